import { describe, expect, it } from '@jest/globals';
import { aProject } from '../testing/builders.ts';
import type { InnovationProject, InnovationStage } from './innovation-project.ts';
import { replicating, showcased, standardized, stopped, sustained } from './project-end.ts';

const stages: readonly InnovationStage[] = [
  'IDEA',
  'PROPOSED',
  'APPROVED',
  'PILOT',
  'EVALUATED',
  'STANDARDIZED',
  'REPLICATING',
  'SHOWCASED',
  'SUSTAINED',
  'STOPPED',
];
const improved = { verdict: 'IMPROVED', hasWorseGuardrail: false } as const;

const steps: readonly (readonly [InnovationStage, readonly InnovationStage[], (from: InnovationProject) => unknown])[] =
  [
    ['STANDARDIZED', ['EVALUATED'], (from) => standardized(from, improved)],
    ['REPLICATING', ['STANDARDIZED'], replicating],
    ['SHOWCASED', ['EVALUATED', 'STANDARDIZED', 'REPLICATING'], (from) => showcased(from, improved)],
    ['SUSTAINED', ['STANDARDIZED', 'REPLICATING', 'SHOWCASED'], sustained],
    [
      'STOPPED',
      stages.filter((stage) => stage !== 'STOPPED' && stage !== 'SUSTAINED'),
      (from) => stopped(from, '没有差异。'),
    ],
  ];

describe.each(steps)('%s', (stage, before, step) => {
  it.each(before)('follows %s', (from) => {
    expect(step(aProject({ stage: from }))).toEqual({ ok: true, value: aProject({ stage }) });
  });

  it.each(stages.filter((each) => !before.includes(each)))('does not follow %s', (from) => {
    expect(step(aProject({ stage: from }))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

const evaluated = aProject({ stage: 'EVALUATED' });

describe('standardized', () => {
  it.each(['NO_DIFFERENCE', 'INSUFFICIENT_DATA'] as const)('takes what made %s', (verdict) => {
    expect(standardized(evaluated, { verdict, hasWorseGuardrail: false })).toMatchObject({ ok: true });
  });

  it.each([
    { verdict: 'WORSE', hasWorseGuardrail: false },
    { verdict: 'IMPROVED', hasWorseGuardrail: true },
  ] as const)('refuses what harmed: %j', (found) => {
    expect(standardized(evaluated, found)).toEqual({ ok: false, reason: 'BECAME_WORSE' });
  });
});

describe('showcased', () => {
  it.each([
    ['NOT_IMPROVED', null],
    ['NOT_IMPROVED', { verdict: 'NO_DIFFERENCE', hasWorseGuardrail: false }],
    ['NOT_IMPROVED', { verdict: 'INSUFFICIENT_DATA', hasWorseGuardrail: false }],
    ['NOT_IMPROVED', { verdict: 'WORSE', hasWorseGuardrail: false }],
    ['GUARDRAIL_WORSE', { verdict: 'IMPROVED', hasWorseGuardrail: true }],
  ] as const)('refuses with %s: %j', (reason, found) => {
    expect(showcased(evaluated, found)).toEqual({ ok: false, reason });
  });
});

describe('stopped', () => {
  it.each([null, '', ' \n'])('says why: %j', (reason) => {
    expect(stopped(evaluated, reason)).toEqual({ ok: false, reason: 'REASON_EMPTY' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { aProject } from '../testing/builders.ts';
import { approved, evaluated, inPilot, proposed, type InnovationStage } from './innovation-project.ts';

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
const others = (stage: InnovationStage) => stages.filter((other) => other !== stage);

describe('proposed', () => {
  const { stage: _stage, version: _version, teamIds: _teamIds, ...proposal } = aProject();

  it('takes a proposal that says what it is measured by', () => {
    expect(proposed(proposal)).toEqual({ ok: true, value: aProject() });
  });

  it('takes one that does not say so yet', () => {
    const bare = { ...proposal, metrics: [], pilotUnitIds: [], comparisonUnitIds: [] };
    expect(proposed(bare)).toEqual({ ok: true, value: { ...aProject(), ...bare } });
  });

  it.each([
    ['TITLE_EMPTY', { title: ' ' }],
    ['TITLE_TOO_LONG', { title: '题'.repeat(101) }],
    ['HYPOTHESIS_EMPTY', { hypothesis: '\n' }],
    ['HYPOTHESIS_TOO_LONG', { hypothesis: '设'.repeat(5_001) }],
    ['TOO_MANY', { pilotUnitIds: Array.from({ length: 51 }, String) }],
    ['TOO_MANY', { comparisonUnitIds: Array.from({ length: 51 }, String) }],
    ['UNIT_ON_BOTH_SIDES', { pilotUnitIds: ['a', 'b'], comparisonUnitIds: ['b'] }],
  ])('refuses with %s: %j', (reason, wrong) => {
    expect(proposed({ ...proposal, ...wrong })).toEqual({ ok: false, reason });
  });
});

describe('approved', () => {
  it('takes a proposal to its approval', () => {
    expect(approved(aProject())).toEqual({ ok: true, value: aProject({ stage: 'APPROVED' }) });
  });

  it.each([
    ['METRIC_MISSING', { metrics: [] }],
    ['COMPARISON_MISSING', { pilotUnitIds: [] }],
    ['COMPARISON_MISSING', { comparisonUnitIds: [] }],
  ])('refuses with %s: %j', (reason, missing) => {
    expect(approved(aProject(missing))).toEqual({ ok: false, reason });
  });

  it.each(others('PROPOSED'))('refuses a project that is %s', (stage) => {
    expect(approved(aProject({ stage }))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

describe('inPilot', () => {
  it('begins the trial of an approved project', () => {
    expect(inPilot(aProject({ stage: 'APPROVED' }))).toEqual({ ok: true, value: aProject({ stage: 'PILOT' }) });
  });

  it.each(others('APPROVED'))('refuses a project that is %s', (stage) => {
    expect(inPilot(aProject({ stage }))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

describe('evaluated', () => {
  it('ends the trial', () => {
    expect(evaluated(aProject({ stage: 'PILOT' }))).toEqual({ ok: true, value: aProject({ stage: 'EVALUATED' }) });
  });

  it.each(others('PILOT'))('refuses a project that is %s', (stage) => {
    expect(evaluated(aProject({ stage }))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

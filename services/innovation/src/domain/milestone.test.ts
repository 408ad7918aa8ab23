import { describe, expect, it } from '@jest/globals';
import { aViewer } from '@onevisit/testing';
import { aMilestone, aProject } from '../testing/builders.ts';
import { isOver, mayPlan, planned, progressOf, reached, withTeam } from './milestone.ts';

const { evidence: _e, reachedAt: _a, reachedById: _b, version: _v, ...plan } = aMilestone();
const at = new Date('2026-06-01T02:00:00Z');

describe('planned', () => {
  it.each([1, 100])('takes a milestone of the weight %d that is due today', (weight) => {
    expect(planned({ ...plan, weight }, plan.dueOn, 29)).toEqual({ ok: true, value: aMilestone({ weight }) });
  });

  it.each([
    ['TITLE_EMPTY', { title: ' ' }, 0],
    ['TITLE_TOO_LONG', { title: '题'.repeat(101) }, 0],
    ['WEIGHT_OUT_OF_RANGE', { weight: 0 }, 0],
    ['WEIGHT_OUT_OF_RANGE', { weight: 101 }, 0],
    ['DUE_IN_THE_PAST', { dueOn: '2026-06-29' }, 0],
    ['TOO_MANY', {}, 30],
  ])('refuses with %s: %j', (reason, wrong, others) => {
    expect(planned({ ...plan, ...wrong }, '2026-06-30', others)).toEqual({ ok: false, reason });
  });
});

describe('reached', () => {
  it('says by whom, when, and what shows it', () => {
    const outcome = reached(aMilestone(), { evidence: '清单已上墙。', by: 'm', at });
    expect(outcome).toEqual({
      ok: true,
      value: aMilestone({ evidence: '清单已上墙。', reachedById: 'm', reachedAt: at }),
    });
  });

  it.each([
    ['ALREADY_REACHED', { reachedAt: at }, '有'],
    ['EVIDENCE_EMPTY', {}, ' '],
    ['EVIDENCE_TOO_LONG', {}, '字'.repeat(5_001)],
  ])('refuses with %s', (reason, before, evidence) => {
    expect(reached(aMilestone(before), { evidence, by: 'm', at })).toEqual({ ok: false, reason });
  });
});

describe('progressOf', () => {
  it('weighs what was reached', () => {
    const milestones = [aMilestone({ weight: 30, reachedAt: at }), aMilestone({ weight: 10 })];
    expect(progressOf(milestones)).toBe(0.75);
    expect(progressOf(milestones.slice(1))).toBe(0);
    expect(progressOf([])).toBeNull();
  });
});

describe('mayPlan', () => {
  const project = aProject({ leadId: 'lead', teamIds: ['member'] });

  it.each([
    ['LEADER', 'lead', true],
    ['CLERK', 'member', true],
    ['INNOVATION_LEAD', 'other', true],
    ['CHIEF', 'other', false],
    ['DIRECTOR', 'other', false],
  ] as const)('of a %s who is the %s: %s', (role, id, allowed) => {
    expect(mayPlan(aViewer(role, { id }), project)).toBe(allowed);
  });
});

describe('withTeam', () => {
  const project = aProject({ leadId: 'lead' });

  it('names each once, and not the lead', () => {
    expect(withTeam(project, ['b', 'a', 'lead', 'b'])).toEqual({
      ok: true,
      value: { ...project, teamIds: ['b', 'a'] },
    });
  });

  it('refuses more than thirty', () => {
    expect(
      withTeam(
        project,
        Array.from({ length: 31 }, (_, place) => `${place}`),
      ),
    ).toEqual({ ok: false, reason: 'TOO_MANY' });
  });
});

it.each([
  ['STOPPED', true],
  ['SUSTAINED', true],
  ['PROPOSED', false],
  ['SHOWCASED', false],
] as const)('a project that is %s is over: %s', (stage, over) => {
  expect(isOver(aProject({ stage }))).toBe(over);
});

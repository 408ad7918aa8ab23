import { describe, expect, it } from '@jest/globals';
import { aCampaign, aCampaignTarget, anIndicatorValue } from '../testing/builders.ts';
import { currentOf, targetSet, targetState, type CampaignTarget } from './campaign-target.ts';
import type { Campaign } from './campaign.ts';
import { indicatorDefinitions } from './indicator-definitions.ts';

const definitionOf = (code: string) => {
  const definition = indicatorDefinitions.find((candidate) => candidate.code === code);
  if (!definition) throw new Error(code);
  return definition;
};
const set = (
  overrides: Partial<CampaignTarget>,
  { code = 'K15', campaign = {} }: { code?: string; campaign?: Partial<Campaign> } = {},
) => {
  const outcome = targetSet({
    target: aCampaignTarget(overrides),
    campaign: aCampaign(campaign),
    definition: definitionOf(code),
    neverTargeted: ['K11'],
  });
  return outcome.ok ? 'SET' : outcome.reason;
};

describe('targetSet', () => {
  it('takes what is better than what is', () => {
    expect(set({ baseline: 0.4, target: 0.8 })).toBe('SET');
    expect(set({ baseline: null })).toBe('SET');
    expect(set({ baseline: 0.3, target: 0.1 }, { code: 'K13' })).toBe('SET');
  });

  it.each<[Partial<CampaignTarget>, { code?: string; campaign?: Partial<Campaign> }, string]>([
    [{}, { campaign: { state: 'CLOSED' } }, 'WRONG_STATE'],
    [{}, { code: 'K24' }, 'INDICATOR_NEVER_TARGETED'],
    [{}, { code: 'K11' }, 'INDICATOR_NEVER_TARGETED'],
    [{ plan: ' ' }, {}, 'PLAN_EMPTY'],
    [{ plan: '字'.repeat(5001) }, {}, 'PLAN_TOO_LONG'],
    [{ target: 1.1 }, {}, 'TARGET_OUT_OF_RANGE'],
    [{ target: -0.1 }, {}, 'TARGET_OUT_OF_RANGE'],
    [{ baseline: 0.8, target: 0.8 }, {}, 'TARGET_NOT_BETTER'],
    [{ baseline: 0.1, target: 0.2 }, { code: 'K13' }, 'TARGET_NOT_BETTER'],
    [{ dueOn: '2026-04-30' }, {}, 'DATE_OUT_OF_RANGE'],
    [{ dueOn: '2026-12-31' }, { campaign: { endsOn: '2026-12-30' } }, 'DATE_OUT_OF_RANGE'],
  ])('refuses %j with %j', (overrides, given, reason) => {
    expect(set(overrides, given)).toBe(reason);
  });
});

describe('targetState', () => {
  const target = aCampaignTarget({
    baseline: 0.4,
    target: 0.8,
    setAt: new Date('2026-01-01T00:00:00Z'),
    dueOn: '2026-12-31',
  });
  const state = (current: number | null, today: string) => targetState(target, definitionOf('K15'), { current, today });

  it.each<[number | null, string, string]>([
    [null, '2026-07-01', 'NOT_STARTED'],
    [0.61, '2026-07-01', 'ON_TRACK'],
    [0.5, '2026-07-01', 'AT_RISK'],
    [0.8, '2026-07-01', 'MET'],
    [0.8, '2027-01-01', 'MET'],
    [0.79, '2027-01-01', 'MISSED'],
    [null, '2027-01-01', 'MISSED'],
  ])('of %j on %s is %s', (current, today, expected) => {
    expect(state(current, today)).toBe(expected);
  });

  it('is at risk where nobody knows where it began', () => {
    const unknown = { ...target, baseline: null };
    expect(targetState(unknown, definitionOf('K15'), { current: 0.7, today: '2026-02-01' })).toBe('AT_RISK');
  });

  it('knows that less can be better', () => {
    const lower = { ...target, baseline: 0.3, target: 0.1 };
    expect(targetState(lower, definitionOf('K13'), { current: 0.1, today: '2026-02-01' })).toBe('MET');
    expect(targetState(lower, definitionOf('K13'), { current: 0.35, today: '2026-02-01' })).toBe('AT_RISK');
  });
});

describe('currentOf', () => {
  it('is nothing where too little was counted', () => {
    const k15 = definitionOf('K15');
    expect(currentOf(k15, anIndicatorValue({ code: 'K15', numerator: 4, denominator: 5 }))).toBe(0.8);
    expect(currentOf(k15, anIndicatorValue({ code: 'K15', numerator: 4, denominator: 4 }))).toBeNull();
    expect(currentOf(k15, null)).toBeNull();
  });
});

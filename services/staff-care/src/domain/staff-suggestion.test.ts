import { describe, expect, it } from '@jest/globals';
import { aSuggestion } from '../testing/builders.ts';
import {
  advanced,
  checkedActions,
  decided,
  newStaffSuggestion,
  promoted,
  read,
  weighed,
  type SuggestionOutcome,
} from './staff-suggestion.ts';

const at = new Date('2026-05-08T02:00:00Z');
const outcomes = ['ADOPT', 'TRIAL', 'DEFER', 'DECLINE'] as const;
const ending = (outcome: SuggestionOutcome, given: Partial<Parameters<typeof weighed>[0]>) => {
  const result = weighed({ benefitsWork: false, benefitsUnity: false, hindrance: null, outcome, ...given });
  return result.ok ? 'ok' : result.reason;
};

describe('newStaffSuggestion', () => {
  it('is before its addressee at once', () => {
    const { id, route } = aSuggestion();
    const author = { authorId: 'author', organizationId: 'unit', filedAt: at };
    expect(newStaffSuggestion({ id, route, ...author })).toEqual(aSuggestion({ ...author, listedAt: at }));
  });
});

describe('read', () => {
  it('is done once', () => {
    expect(read(aSuggestion())).toEqual({ ok: true, value: aSuggestion({ state: 'READ' }) });
    expect(read(aSuggestion({ state: 'READ' }))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

describe('weighed', () => {
  it.each([{ benefitsWork: true }, { benefitsUnity: true }, { benefitsWork: true, benefitsUnity: true }])(
    'has what benefits adopted or tried: %j',
    (benefit) => {
      expect(outcomes.map((outcome) => ending(outcome, benefit))).toEqual([
        'ok',
        'ok',
        'BENEFIT_MUST_BE_TRIED',
        'BENEFIT_MUST_BE_TRIED',
      ]);
    },
  );

  it('lets what benefits nobody be declined', () => {
    expect(outcomes.map((outcome) => ending(outcome, {}))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('lets what is unfunded be declined, and be done all the same', () => {
    const given = { benefitsWork: true, hindrance: 'UNFUNDED' as const };
    expect(outcomes.map((outcome) => ending(outcome, given))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('has nothing unlawful done', () => {
    const given = { benefitsUnity: true, hindrance: 'UNLAWFUL' as const };
    expect(outcomes.map((outcome) => ending(outcome, given))).toEqual([
      'UNLAWFUL_CANNOT_BE_DONE',
      'UNLAWFUL_CANNOT_BE_DONE',
      'ok',
      'ok',
    ]);
  });
});

describe('decided', () => {
  it.each([
    ['ADOPT', 'DECIDED'],
    ['TRIAL', 'DECIDED'],
    ['DEFER', 'DECIDED'],
    ['DECLINE', 'DECLINED'],
  ] as const)('with %s is %s', (outcome, state) => {
    for (const from of ['FILED', 'READ'] as const) {
      expect(decided(aSuggestion({ state: from }), outcome)).toEqual({
        ok: true,
        value: aSuggestion({ outcome, state }),
      });
    }
  });

  it('happens again after it was deferred, and after nothing else', () => {
    expect(decided(aSuggestion({ state: 'DECIDED', outcome: 'DEFER' }), 'ADOPT').ok).toBe(true);
    const final = [
      aSuggestion({ state: 'DECIDED', outcome: 'ADOPT' }),
      aSuggestion({ state: 'IN_ACTION', outcome: 'TRIAL' }),
      aSuggestion({ state: 'DONE', outcome: 'ADOPT' }),
      aSuggestion({ state: 'DECLINED', outcome: 'DECLINE' }),
    ];
    for (const suggestion of final) {
      expect(decided(suggestion, 'ADOPT')).toEqual({ ok: false, reason: 'WRONG_STATE' });
    }
  });
});

describe('checkedActions', () => {
  it.each([
    ['ADOPT', 0, 'ACTIONS_MISSING'],
    ['TRIAL', 0, 'ACTIONS_MISSING'],
    ['ADOPT', 21, 'TOO_MANY_ACTIONS'],
    ['DEFER', 1, 'ACTIONS_WITHOUT_ADOPTION'],
    ['DECLINE', 1, 'ACTIONS_WITHOUT_ADOPTION'],
  ] as const)('refuses %s with %i', (outcome, count, reason) => {
    expect(checkedActions(outcome, count)).toEqual({ ok: false, reason });
  });

  it.each([
    ['ADOPT', 1],
    ['TRIAL', 20],
    ['DEFER', 0],
    ['DECLINE', 0],
  ] as const)('takes %s with %i', (outcome, count) => {
    expect(checkedActions(outcome, count)).toEqual({ ok: true, value: count });
  });
});

describe('advanced', () => {
  it('is done with the last action', () => {
    expect([advanced(aSuggestion(), 1).state, advanced(aSuggestion(), 0).state]).toEqual(['IN_ACTION', 'DONE']);
  });
});

describe('promoted', () => {
  it.each(['ADOPT', 'TRIAL'] as const)('takes what ended with %s, once', (outcome) => {
    const suggestion = aSuggestion({ state: 'DECIDED', outcome });
    expect(promoted(suggestion, at)).toEqual({ ok: true, value: { ...suggestion, promotedAt: at } });
    expect(promoted({ ...suggestion, promotedAt: at }, at)).toEqual({ ok: false, reason: 'ALREADY_PROMOTED' });
  });

  it.each([null, 'DEFER', 'DECLINE'] as const)('refuses what ended with %s', (outcome) => {
    expect(promoted(aSuggestion({ outcome }), at)).toEqual({ ok: false, reason: 'NOT_ADOPTED' });
  });
});

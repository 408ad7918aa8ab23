import { describe, expect, it } from '@jest/globals';
import { deadlineKinds, type DeadlineKind } from './deadline-kind.ts';
import { ruleFor } from './rule-for.ts';
import type { RuleVersion } from './rule-version.ts';
import { ruleVersions } from './rule-versions.ts';

const rowsOf = (kind: DeadlineKind) => ruleVersions.filter((rule) => rule.kind === kind);

const termOf = ({ amount, unit }: RuleVersion) => `${amount ?? '-'} ${unit}`;

describe('the rule versions', () => {
  it.each(deadlineKinds)('have exactly one current row for %s', (kind) => {
    expect(rowsOf(kind).filter(({ validTo }) => validTo === null)).toHaveLength(1);
  });

  it('give each kind its term', () => {
    expect(Object.fromEntries(ruleVersions.map((rule) => [rule.kind, termOf(rule)]))).toEqual({
      REGISTRATION: '1 WORKDAY',
      TRANSFER: '15 DAY',
      OBJECTION: '5 WORKDAY',
      OBJECTION_RULING: '3 WORKDAY',
      RE_REFERRAL: '2 WORKDAY',
      COMPETENCE_RULING: '10 WORKDAY',
      ADMISSION_NOTICE: '15 DAY',
      FIRST_CONTACT: '- WORKDAY',
      HANDLING: '60 DAY',
      HANDLING_EXTENDED: '30 DAY',
      HANDLING_SUMMARY: '10 WORKDAY',
      SUGGESTION_REPLY: '60 DAY',
      REPORT_BACK: '- DAY',
      DELIVERY: '5 DAY',
      REVIEW_REQUEST_WINDOW: '30 DAY',
      REVIEW_ACCEPT: '3 WORKDAY',
      REVIEW: '30 DAY',
      RECHECK_REQUEST_WINDOW: '30 DAY',
      RECHECK_ACCEPT: '3 WORKDAY',
      RECHECK: '30 DAY',
      HANDLING_REDO: '30 DAY',
      EXECUTION: '60 DAY',
      LEGAL_ACK: '15 DAY',
      HANDOVER_ACK: '15 DAY',
      HANDOVER: '15 DAY',
      CONTEST_WINDOW: '15 DAY',
      CONTEST_RULING: '10 WORKDAY',
      RECUSAL_RULING: '3 WORKDAY',
      RATING_WINDOW: '30 DAY',
      SUPERVISION_RESPONSE: '7 WORKDAY',
      RECOMMENDATION_FEEDBACK: '30 DAY',
      JOINT_CONFERENCE_DECISION: '10 WORKDAY',
      WARNING_ACK: '3 WORKDAY',
      RECTIFICATION: '10 WORKDAY',
      INTERVIEW: '5 WORKDAY',
      URGENT_CITY_LEG: '60 MINUTE',
      URGENT_UPWARD_LEG: '60 MINUTE',
      CARE_FIRST_RESPONSE: '2 WORKDAY',
    } satisfies Record<DeadlineKind, string>);
  });

  it('give service norms to these kinds and no others', () => {
    const norms = ruleVersions.flatMap(({ kind, target }) =>
      target ? [[kind, `${target.amount} ${target.unit}`]] : [],
    );

    expect(Object.fromEntries(norms)).toEqual({
      OBJECTION: '3 WORKDAY',
      OBJECTION_RULING: '2 WORKDAY',
      ADMISSION_NOTICE: '5 WORKDAY',
      FIRST_CONTACT: '1 WORKDAY',
      HANDLING: '30 DAY',
      HANDLING_SUMMARY: '5 WORKDAY',
      SUGGESTION_REPLY: '30 DAY',
      DELIVERY: '2 WORKDAY',
      REVIEW: '20 DAY',
      URGENT_CITY_LEG: '30 MINUTE',
    });
  });

  it('make a failure of a breach in these kinds and no others', () => {
    const failures = ruleVersions.flatMap(({ kind, failureKind }) => (failureKind ? [[kind, failureKind]] : []));

    expect(Object.fromEntries(failures)).toEqual({
      TRANSFER: 'LATE_TRANSFER',
      ADMISSION_NOTICE: 'LATE_ADMISSION_NOTICE',
      HANDLING: 'LATE_REPLY',
      HANDLING_EXTENDED: 'LATE_REPLY',
      HANDLING_SUMMARY: 'LATE_REPLY',
      HANDLING_REDO: 'LATE_REPLY',
      SUGGESTION_REPLY: 'LATE_REPLY',
      DELIVERY: 'REPLY_NOT_DELIVERED',
      EXECUTION: 'NOT_EXECUTED',
      URGENT_CITY_LEG: 'LATE_URGENT',
      URGENT_UPWARD_LEG: 'LATE_URGENT',
    });
  });

  it('never hold a petitioner to account for letting time pass', () => {
    const own = ruleVersions.filter(({ ownerKind }) => ownerKind === 'PETITIONER');

    expect(own.map(({ kind, failureKind }) => [kind, failureKind])).toEqual([
      ['REVIEW_REQUEST_WINDOW', null],
      ['RECHECK_REQUEST_WINDOW', null],
      ['CONTEST_WINDOW', null],
      ['RATING_WINDOW', null],
    ]);
  });

  it('cite an article, or say that the rule is ours', () => {
    expect(ruleVersions.filter(({ basis }) => !/第.+条|产品规则|办法/.test(basis))).toEqual([]);
    expect(ruleVersions.filter(({ level, basis }) => level === 'PRODUCT' && !basis.includes('产品规则'))).toEqual([]);
  });
});

describe('ruleFor', () => {
  const first = ruleFor('HANDLING', Temporal.PlainDate.from('2026-03-02'));
  const second: RuleVersion = { ...first, version: 'HANDLING.2', validFrom: '2027-01-01' };
  const rules = [second, { ...first, validTo: '2026-12-31' }];
  const versionOn = (day: string) => ruleFor('HANDLING', Temporal.PlainDate.from(day), rules).version;

  it('finds the rule in force on the day', () => {
    expect(['2026-12-31', '2027-01-01', '2028-05-05'].map(versionOn)).toEqual([
      'HANDLING.1',
      'HANDLING.2',
      'HANDLING.2',
    ]);
  });

  it('puts a matter older than the rules under the first of them', () => {
    expect(versionOn('2021-01-01')).toBe('HANDLING.1');
  });

  it('knows no kind without rows', () => {
    expect(() => ruleFor('REVIEW', Temporal.PlainDate.from('2026-03-02'), rules)).toThrow(RangeError);
  });
});

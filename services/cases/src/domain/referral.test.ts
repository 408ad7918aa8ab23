import { describe, expect, it } from '@jest/globals';
import { anOrganization, bureau, bureauAt, dayOf, otherUnit, story, unit, wages } from '../testing/case-files.ts';
import type { CaseFile } from './case-file.ts';
import { isReportBackDay, referred, type ReferralPartners, type ReferralRequest } from './referral.ts';

const request: ReferralRequest = {
  kind: 'TRANSFER',
  orderNo: 'JB26-7F3K-9QXM-0',
  legalBasis: null,
  overrideReason: null,
  reason: null,
  reportBackDueOn: null,
};
const partners: ReferralPartners = { from: bureau, to: unit, competences: [wages], superiorIds: [] };

const passed = (
  changes: Readonly<{ file?: CaseFile; request?: Partial<ReferralRequest>; partners?: Partial<ReferralPartners> }> = {},
) =>
  referred(changes.file ?? story.registered(), { ...request, ...changes.request }, bureauAt(dayOf(1)), {
    ...partners,
    ...changes.partners,
  });

const refusalOf = (outcome: ReturnType<typeof passed>): string | null => (outcome.ok ? null : outcome.reason);

describe('referred', () => {
  it('meets the transfer term and starts those of the unit, counted from the issue', () => {
    const outcome = passed();
    const deadlines = outcome.ok ? outcome.value.file.deadlines : [];
    expect(deadlines.map(({ kind, state, dueOn }) => [kind, state, dueOn])).toEqual([
      ['REGISTRATION', 'MET', '2026-03-03'],
      ['TRANSFER', 'MET', '2026-03-17'],
      ['FIRST_CONTACT', 'RUNNING', '2026-03-03'],
      ['ADMISSION_NOTICE', 'RUNNING', '2026-03-18'],
      ['OBJECTION', 'RUNNING', '2026-03-10'],
    ]);
  });

  it('makes the unit responsible and lets it and its areas find the case, for ever', () => {
    const outcome = passed();
    expect(outcome).toMatchObject({
      ok: true,
      value: { file: { case: { status: 'REFERRED', responsibleOrganizationId: 'unit' } } },
    });
    expect(outcome.ok && outcome.value.file.scopes).toEqual(['O:bureau', 'A:990100', 'A:990102', 'O:unit']);
  });

  it('an assignment owes a report by the day that the order states', () => {
    const outcome = passed({ request: { kind: 'ASSIGNMENT', reportBackDueOn: '2026-04-05' } });
    expect(outcome.ok && outcome.value.file.deadlines.at(-1)).toMatchObject({
      kind: 'REPORT_BACK',
      dueOn: '2026-04-05',
    });
    expect(['2026-03-03', '2026-03-04'].map((day) => isReportBackDay(day, dayOf(1)))).toEqual([false, true]);
  });

  it('refuses an organization that the competence list does not name, unless it is said why', () => {
    expect(refusalOf(passed({ partners: { to: otherUnit, competences: [] } }))).toBe('ORGANIZATION_NOT_COMPETENT');
    expect(refusalOf(passed({ partners: { competences: [{ ...wages, issueTypeCode: 'B1' }] } }))).toBe(
      'ORGANIZATION_NOT_COMPETENT',
    );
    expect(refusalOf(passed({ partners: { competences: [{ ...wages, areaCode: '990103' }] } }))).toBe(
      'ORGANIZATION_NOT_COMPETENT',
    );
    expect(refusalOf(passed({ partners: { competences: [{ ...wages, validTo: '2026-03-02' }] } }))).toBe(
      'ORGANIZATION_NOT_COMPETENT',
    );
    expect(passed({ partners: { competences: [{ ...wages, issueTypeCode: 'A', areaCode: '990100' }] } }).ok).toBe(true);
    expect(
      passed({ partners: { to: otherUnit, competences: [] }, request: { overrideReason: '县政府指定' } }),
    ).toMatchObject({ ok: true, value: { facts: [{ type: 'CaseReferred', reason: '县政府指定' }] } });
  });

  it('never makes a village committee responsible', () => {
    const village = anOrganization({ id: 'village', kind: 'VILLAGE_COMMITTEE' });
    expect(refusalOf(passed({ partners: { to: village }, request: { overrideReason: '就近' } }))).toBe(
      'VILLAGE_COMMITTEE_NOT_RESPONSIBLE',
    );
  });

  it('never lets an organization answer for its own conduct', () => {
    expect(refusalOf(passed({ file: story.registered({ respondentIds: ['unit'] }) }))).toBe('RESPONDENT_CANNOT_ANSWER');
  });

  it('never lets an organization answer for whom it works under', () => {
    const file = story.registered({ respondentIds: ['government'] });
    expect(refusalOf(passed({ file, partners: { superiorIds: ['city-unit', 'government'] } }))).toBe(
      'RESPONDENT_CANNOT_ANSWER',
    );
    expect(refusalOf(passed({ file, partners: { superiorIds: ['city-unit'] } }))).toBeNull();
  });

  it('leaves a case to the unit that received it itself', () => {
    const file = story.registered();
    const own = { ...file, case: { ...file.case, responsibleOrganizationId: otherUnit.id } };
    expect(refusalOf(passed({ file: own }))).toBe('WRONG_STATE');
  });

  it('refuses an organization that no longer exists', () => {
    expect(refusalOf(passed({ partners: { to: { ...unit, validTo: '2026-03-01' } } }))).toBe(
      'ORGANIZATION_NO_LONGER_VALID',
    );
  });

  it('refuses what is sealed, whatever the reason', () => {
    const sealed = story.registered({ category: 'ACCUSATION' });
    expect(refusalOf(passed({ file: sealed, request: { overrideReason: '指定' } }))).toBe(
      'ACCUSATION_NEEDS_SEALED_HANDOVER',
    );
  });

  it('is for bureaus only, and for a case that is waiting to be referred', () => {
    expect(refusalOf(passed({ partners: { from: otherUnit } }))).toBe('NOT_A_BUREAU');
    expect(refusalOf(passed({ file: story.referred() }))).toBe('WRONG_STATE');
  });

  it('stops after three hops: then the common superior rules', () => {
    const [referral] = story.referred().referrals;
    const file = story.registered();
    const travelled = { ...file, referrals: referral ? [referral, referral, referral] : [] };
    expect(refusalOf(passed({ file: travelled }))).toBe('HOP_LIMIT_REACHED');
  });
});

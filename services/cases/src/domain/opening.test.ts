import { describe, expect, it } from '@jest/globals';
import { aPetition, bureau, clerkAt, dayOf, monday, story, unit } from '../testing/case-files.ts';
import { opened } from './opening.ts';

describe('opened', () => {
  it('counts the transfer term from the receipt, however late it is registered', () => {
    const office = { organization: bureau, subtreeIds: [bureau.id], sealedLaneId: 'city-bureau' };
    const late = opened('case', aPetition({ receivedAt: monday }), clerkAt(dayOf(9)), office);
    expect(late).toMatchObject({
      ok: true,
      value: {
        file: {
          deadlines: [
            { kind: 'REGISTRATION', state: 'MET_LATE', lateByDays: 8 },
            { kind: 'TRANSFER', startedAt: monday, dueOn: '2026-03-17' },
            { kind: 'FIRST_CONTACT', startedAt: dayOf(9) },
          ],
        },
      },
    });
  });

  it('received by a unit itself, the notice term runs at once and the unit is responsible', () => {
    const office = { organization: unit, subtreeIds: [unit.id], sealedLaneId: 'city-bureau' };
    const direct = opened('case', aPetition(), { ...clerkAt(monday), organizationId: unit.id }, office);
    expect(direct).toMatchObject({
      ok: true,
      value: { file: { case: { responsibleOrganizationId: 'unit' } } },
    });
    expect(direct.ok && direct.value.file.deadlines.map(({ kind }) => kind)).toEqual([
      'REGISTRATION',
      'ADMISSION_NOTICE',
      'FIRST_CONTACT',
    ]);
  });

  it('an accusation goes straight to the sealed lane: no scope, no term of the office', () => {
    const { case: subject, scopes, deadlines } = story.registered({ category: 'ACCUSATION' });
    expect(subject).toMatchObject({
      confidentiality: 'SEALED',
      procedure: 'SEALED_HANDOVER',
      responsibleOrganizationId: null,
    });
    expect(scopes).toEqual([]);
    expect(deadlines).toMatchObject([
      { kind: 'HANDOVER', responsibleOrganizationId: 'city-bureau', dueOn: '2026-03-17' },
    ]);
  });

  it('a petition about the office that received it is sealed as well', () => {
    expect(story.registered({ respondentIds: ['bureau'] }).case.confidentiality).toBe('SEALED');
    expect(story.registered({ respondentIds: ['elsewhere'] }).case.confidentiality).toBe('NORMAL');
  });

  it('five who come in person are a collective visit; five signatures on a letter are not', () => {
    expect(story.registered({ partySize: 5 }).case.isCollective).toBe(true);
    expect(story.registered({ partySize: 4 }).case.isCollective).toBe(false);
    expect(story.registered({ partySize: 9, channel: 'LETTER' }).case.isCollective).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aPetition, bureau, clerkAt, fileAfter, newId, systemAt } from '../testing/case-files.ts';
import {
  handedOver,
  handoverAcknowledged,
  handoverDeclined,
  handoverInForce,
  handoverLapsed,
  sealedLaneOf,
  type AccusationHandover,
  type HandoverStep,
} from './accusation.ts';
import type { CaseFile } from './case-file.ts';
import { opened } from './opening.ts';

const at = new Date('2026-03-02T01:00:00Z');
const later = new Date('2026-03-03T01:00:00Z');
const sealed = fileAfter(
  opened('case', aPetition({ category: 'ACCUSATION' }), clerkAt(at), {
    organization: bureau,
    subtreeIds: [bureau.id],
    sealedLaneId: 'lane',
  }),
);
const terms = { toOrganizationId: 'organ', cadreLevel: null, organizationDepartmentId: null, packageHash: 'hash' };
const by = (staffId: string, organizationId = 'lane') => ({ at: later, staffId, organizationId, newId });

type Sealed = Readonly<{ file: CaseFile; handovers: readonly AccusationHandover[] }>;
const after = (
  { file: _before, handovers }: Sealed,
  outcome: ReturnType<typeof handedOver> | { ok: true; value: HandoverStep },
): Sealed => {
  if (!outcome.ok) throw new Error(outcome.reason);
  const { step, handovers: changed } = outcome.value;
  const ids = changed.map(({ id }) => id);
  return { file: step.file, handovers: [...handovers.filter(({ id }) => !ids.includes(id)), ...changed] };
};
const start: Sealed = { file: sealed, handovers: [] };
const once = after(start, handedOver(sealed, [], terms, by('first')));
const given = after(once, handedOver(once.file, once.handovers, terms, by('second')));
const inForce = handoverInForce(given.handovers) as AccusationHandover;
const states = ({ handovers }: Sealed) => handovers.map(({ state }) => state);
const termsOf = ({ file }: Sealed) =>
  file.deadlines.map(({ kind, state, responsibleOrganizationId }) => [kind, state, responsibleOrganizationId]);

describe('handedOver', () => {
  it('takes two people: the first proposes, the second carries it out', () => {
    expect([once.file.case.status, states(once)]).toEqual(['REGISTERED', ['PROPOSED']]);
    expect([given.file.case.status, states(given)]).toEqual(['HANDED_OVER', ['HANDED_OVER']]);
    expect(inForce).toMatchObject({ proposedBy: 'first', secondedBy: 'second', handedAt: later, packageHash: 'hash' });
    expect(termsOf(given)).toEqual([
      ['HANDOVER', 'MET', 'lane'],
      ['HANDOVER_ACK', 'RUNNING', 'organ'],
    ]);
  });

  it('is refused to one person twice', () => {
    expect(handedOver(once.file, once.handovers, terms, by('first'))).toEqual({
      ok: false,
      reason: 'SECOND_PERSON_REQUIRED',
    });
  });

  it.each([
    ['another recipient', { ...terms, toOrganizationId: 'another' }, by('second')],
    ['another rank', { ...terms, cadreLevel: 'CITY' as const }, by('second')],
    ['another organization department', { ...terms, organizationDepartmentId: 'cadres' }, by('second')],
    ['somebody of another office', terms, by('second', 'unit')],
  ])('begins again with %s', (_, other, act) => {
    const replaced = after(once, handedOver(once.file, once.handovers, other, act));
    expect([replaced.file.case.status, states(replaced)]).toEqual(['REGISTERED', ['REPLACED', 'PROPOSED']]);
  });

  it('is refused once it is done', () => {
    expect(handedOver(given.file, given.handovers, terms, by('third'))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });
});

describe('what the recipient does', () => {
  it('ends the case by acknowledging', () => {
    const ended = after(given, handoverAcknowledged(given.file, inForce, by('organ-staff', 'organ')));
    expect(ended.file.case).toMatchObject({
      status: 'CONCLUDED',
      conclusionKind: 'ACCUSATION_HANDED_OVER',
      concludedAt: later,
      nextDueAt: null,
    });
    expect([states(ended), termsOf(ended).at(-1)]).toEqual([['ACKNOWLEDGED'], ['HANDOVER_ACK', 'MET', 'organ']]);
  });

  it('sends it back into the sealed lane by declining, and its term runs again', () => {
    const why = { reasonSealed: 'sealed', competentOrganizationId: 'other' };
    const back = after(given, handoverDeclined(given.file, inForce, why, by('organ-staff', 'organ')));
    expect([back.file.case.status, back.file.case.confidentiality, states(back)]).toEqual([
      'REGISTERED',
      'SEALED',
      ['DECLINED'],
    ]);
    expect(termsOf(back)).toEqual([
      ['HANDOVER', 'MET', 'lane'],
      ['HANDOVER_ACK', 'MET', 'organ'],
      ['HANDOVER', 'RUNNING', 'lane'],
    ]);
    expect(sealedLaneOf(back.file)).toBe('lane');
  });

  it('is neither before it has it', () => {
    const why = { reasonSealed: 'sealed', competentOrganizationId: 'other' };
    expect([handoverAcknowledged(sealed, inForce, by('x')), handoverDeclined(sealed, inForce, why, by('x'))]).toEqual(
      Array.from({ length: 2 }, () => ({ ok: false, reason: 'WRONG_STATE' })),
    );
  });
});

describe('handoverLapsed', () => {
  const deadline = given.file.deadlines.find(({ kind }) => kind === 'HANDOVER_ACK');
  const lapse = (nextOrganId: string | null) => {
    if (!deadline) throw new Error('no term');
    return after(given, handoverLapsed(given.file, inForce, { deadline, nextOrganId }, systemAt(deadline.dueAt)));
  };

  it('goes to the next organ up, and concludes nothing', () => {
    const up = lapse('organ-above');
    expect([up.file.case.status, states(up)]).toEqual(['HANDED_OVER', ['PASSED_UP', 'HANDED_OVER']]);
    expect(handoverInForce(up.handovers)?.toOrganizationId).toBe('organ-above');
    expect(termsOf(up).slice(1)).toEqual([
      ['HANDOVER_ACK', 'BREACHED', 'organ'],
      ['HANDOVER_ACK', 'RUNNING', 'organ-above'],
    ]);
  });

  it('stays with the last organ, which owes it again', () => {
    const same = lapse(null);
    expect([same.file.case.status, states(same)]).toEqual(['HANDED_OVER', ['HANDED_OVER']]);
    expect(termsOf(same).at(-1)).toEqual(['HANDOVER_ACK', 'RUNNING', 'organ']);
  });
});

import type { DomainEvent } from '@onevisit/kernel';
import { isSealed } from './case.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFactType, CaseFile } from './case-file.ts';
import type { Deadline } from './deadline.ts';

/** Facts that other subgraphs may want, and the name they are told under. */
const names: Partial<Record<CaseFactType, string>> = {
  CaseRegistered: 'case.registered.v1',
  CaseReferred: 'case.referred.v1',
  CaseAssigned: 'case.referred.v1',
  CasePassedDown: 'case.referred.v1',
  ObjectionRaised: 'case.objected.v1',
  CompetenceDisputed: 'competence.disputed.v1',
  CompetenceRuled: 'case.referred.v1',
  CompetenceLapsed: 'case.referred.v1',
  CaseAdmitted: 'case.admitted.v1',
  CaseDeemedAdmitted: 'case.deemedAdmitted.v1',
  CaseNotAdmitted: 'case.notAdmitted.v1',
  AdmissionContested: 'case.contested.v1',
  ContestUpheld: 'case.contestRuled.v1',
  ContestRejected: 'case.contestRuled.v1',
  OpinionSigned: 'case.replied.v1',
  OpinionDelivered: 'case.delivered.v1',
  CaseConcluded: 'case.concluded.v1',
  IdentityUnsealed: 'identity.unsealed.v1',
};

/** What is told of a step: ids, enum values and times only, and nothing at all of a sealed case. */
export function toldOutside(
  before: CaseFile | null,
  after: CaseFile,
  events: readonly CaseEvent[],
): readonly DomainEvent[] {
  if (isSealed(after.case)) return [];
  return [...ofCase(after, events), ...ofDeadlines(before, after), ...ofFailures(before, after)];
}

const ofCase = ({ case: subject }: CaseFile, events: readonly CaseEvent[]): readonly DomainEvent[] =>
  events.flatMap(({ type, seq, payload }) => {
    const name = names[type];
    if (!name) return [];
    return [
      {
        type: name,
        subjectId: subject.id,
        subjectVersion: seq,
        organizationId: subject.responsibleOrganizationId ?? subject.receivingOrganizationId,
        data: { ...payload, caseId: subject.id },
      },
    ];
  });

const deadlineNames: Readonly<Record<Deadline['state'], string | null>> = {
  RUNNING: 'deadline.started.v1',
  MET: 'deadline.met.v1',
  MET_LATE: 'deadline.met.v1',
  BREACHED: 'deadline.breached.v1',
  SUPERSEDED: null,
};

function ofDeadlines(before: CaseFile | null, after: CaseFile): readonly DomainEvent[] {
  const known = new Map((before?.deadlines ?? []).map((deadline) => [deadline.id, deadline]));
  return after.deadlines.flatMap((deadline) => {
    const old = known.get(deadline.id);
    const type = deadlineNames[deadline.state];
    if (old?.state === deadline.state || type === null) return [];
    return [
      {
        type,
        subjectId: deadline.id,
        subjectVersion: (old?.version ?? 0) + 1,
        organizationId: deadline.responsibleOrganizationId,
        data: {
          kind: deadline.kind,
          caseId: deadline.caseId,
          organizationId: deadline.responsibleOrganizationId,
          dueAt: deadline.dueAt.toISOString(),
          lateByDays: deadline.lateByDays,
        },
      },
    ];
  });
}

function ofFailures(before: CaseFile | null, after: CaseFile): readonly DomainEvent[] {
  const known = new Set((before?.failures ?? []).map(({ id }) => id));
  return after.failures
    .filter(({ id }) => !known.has(id))
    .map((failure) => ({
      type: 'serviceFailure.confirmed.v1',
      subjectId: failure.id,
      subjectVersion: 1,
      organizationId: failure.organizationId,
      data: {
        kind: failure.kind,
        severity: failure.severity,
        organizationId: failure.organizationId,
        caseId: failure.caseId,
        deadlineId: failure.deadlineId,
        occurredAt: failure.occurredAt.toISOString(),
      },
    }));
}

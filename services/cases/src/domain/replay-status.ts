import type { Case, CaseStatus } from './case.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFactType } from './case-file.ts';
import { transitionOf, type Verb } from './transition.ts';

type Told = Pick<CaseEvent, 'seq' | 'type' | 'payload'>;

/** Where the history (事项事件) does not lead to the status that the case has, by the table of transitions. */
export function statusFaults(events: readonly Told[], subject: Pick<Case, 'status'>): readonly string[] {
  let status: CaseStatus | null = null;
  for (const event of events) {
    const verb = verbOf(event);
    if (verb === null) continue;
    const { from, to }: Readonly<{ from: readonly CaseStatus[] | null; to: CaseStatus | null }> = transitionOf(verb);
    const isAllowed: boolean = status === null ? from === null : (from?.includes(status) ?? false);
    if (!isAllowed) return [`event ${event.seq}, ${event.type}, cannot follow ${status ?? 'nothing'}`];
    status = event.type === 'ExecutionDisputed' ? 'EXECUTING' : (to ?? status);
  }
  return status === subject.status ? [] : [`the events lead to ${status ?? 'nothing'}, the case is ${subject.status}`];
}

const verbOf = ({ type, payload }: Told): Verb | null => {
  if (type !== 'CaseConcluded') return verbs[type];
  if (payload['conclusionKind'] === 'PETITIONER_CONFIRMED') return 'confirmationEffective';
  return payload['conclusionKind'] === 'NON_ADMISSION_STOOD' ? 'nonAdmissionStood' : verbs[type];
};

const verbs: Readonly<Record<CaseFactType, Verb | null>> = {
  CaseRegistered: 'openCase',
  CaseReferred: 'referCase',
  CaseAssigned: 'assignCase',
  CasePassedDown: 'passDownCase',
  ObjectionRaised: 'raiseObjection',
  ObjectionUpheld: 'ruleObjection',
  ObjectionRejected: 'objectionRejected',
  ObjectionLapsed: 'objectionLapsed',
  CompetenceDisputed: null,
  CompetenceRuled: 'ruleCompetence',
  CompetenceLapsed: 'competenceLapsed',
  CaseAdmitted: 'decideAdmission',
  CaseDeemedAdmitted: 'deemedAdmission',
  CaseNotAdmitted: 'refuseAdmission',
  AdmissionContested: 'contestAdmission',
  ContestUpheld: 'ruleContest',
  ContestRejected: 'contestRejected',
  NoticeDelivered: 'deliverNotice',
  HandlerAssigned: 'assignHandler',
  HandlerLeft: 'handlerLeft',
  PetitionerHeard: 'recordPetitionerHeard',
  PetitionerNotReached: 'recordPetitionerHeard',
  OpinionDrafted: 'draftOpinion',
  ExecutionItemAdded: 'addExecutionItem',
  OpinionSigned: 'signOpinion',
  OpinionDelivered: 'recordDelivery',
  ExecutionStarted: 'executionStarted',
  ExecutionReported: 'reportExecution',
  ExecutionVerified: 'verifyExecution',
  ExecutionNotVerified: 'verifyExecution',
  ExecutionConfirmed: 'confirmExecution',
  ExecutionDisputed: 'confirmExecution',
  ExecutionCompleted: 'executionVerified',
  ResultConfirmed: 'confirmResult',
  ConfirmationRevoked: 'revokeConfirmation',
  CaseConcluded: 'windowLapsed',
  ReportedBack: 'submitReportBack',
  DeadlineBreached: null,
  IdentityUnsealed: null,
  HandoverProposed: null,
  AccusationHandedOver: 'handOverAccusation',
  HandoverAcknowledged: 'acknowledgeHandover',
  HandoverDeclined: 'declineHandover',
  HandoverLapsed: 'handoverLapsed',
  TrackingCodeRotated: null,
  PinSet: null,
};

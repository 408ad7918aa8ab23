import { fail, ok, type Result } from '@onevisit/kernel';
import type { CaseStatus } from './case.ts';

/** Who may take a step: a role of the graph, or SYSTEM for what happens by itself. */
export type Actor =
  'CLERK' | 'BUREAU' | 'CHIEF' | 'HANDLER' | 'LEADER' | 'SUPERVISOR' | 'DISCIPLINE' | 'PETITIONER' | 'SYSTEM';

/** One row of the table of transitions (办理流转表). */
export type Transition = Readonly<{
  /** Number of the row in the domain model. */
  row: string;
  /** The mutation, or the name of the automatic act. */
  verb: string;
  /** Null where the case begins. */
  from: readonly CaseStatus[] | null;
  /** Null where the case stays as it is. */
  to: CaseStatus | null;
  actors: readonly Actor[];
}>;

/**
 * Every step that a case can take: the only source of what the verbs allow, of `Case.availableActions` and of the
 * diagram in the docs. What a step demands beside the state is in the function of its verb.
 */
export const transitions = [
  { row: 'T1', verb: 'openCase', from: null, to: 'REGISTERED', actors: ['CLERK'] },
  { row: 'T1a', verb: 'sealAtIntake', from: null, to: 'REGISTERED', actors: ['CLERK', 'SYSTEM'] },
  { row: 'T3', verb: 'referCase', from: ['REGISTERED', 'OBJECTED'], to: 'REFERRED', actors: ['BUREAU', 'CHIEF'] },
  { row: 'T3', verb: 'assignCase', from: ['REGISTERED', 'OBJECTED'], to: 'REFERRED', actors: ['BUREAU', 'CHIEF'] },
  { row: 'T3', verb: 'passDownCase', from: ['REFERRED'], to: null, actors: ['HANDLER'] },
  { row: 'T4', verb: 'raiseObjection', from: ['REFERRED'], to: 'OBJECTED', actors: ['HANDLER'] },
  { row: 'T5', verb: 'ruleObjection', from: ['OBJECTED'], to: 'REGISTERED', actors: ['BUREAU', 'CHIEF', 'HANDLER'] },
  // The other outcome of `ruleObjection`.
  { row: 'T5', verb: 'objectionRejected', from: ['OBJECTED'], to: 'REFERRED', actors: ['BUREAU', 'CHIEF', 'HANDLER'] },
  { row: "T5'", verb: 'objectionLapsed', from: ['OBJECTED'], to: 'REFERRED', actors: ['SYSTEM'] },
  { row: "T5''", verb: 'ruleCompetence', from: ['REGISTERED'], to: 'REFERRED', actors: ['LEADER'] },
  { row: "T5''", verb: 'competenceLapsed', from: ['REGISTERED'], to: 'REFERRED', actors: ['SYSTEM'] },
  { row: 'T6', verb: 'decideAdmission', from: ['REFERRED', 'REGISTERED'], to: 'ADMITTED', actors: ['HANDLER'] },
  // The other outcome of `decideAdmission`.
  { row: 'T7', verb: 'refuseAdmission', from: ['REFERRED', 'REGISTERED'], to: 'NOT_ADMITTED', actors: ['HANDLER'] },
  { row: "T7'", verb: 'nonAdmissionStood', from: ['NOT_ADMITTED'], to: 'CONCLUDED', actors: ['SYSTEM'] },
  { row: 'T8', verb: 'contestAdmission', from: ['NOT_ADMITTED'], to: null, actors: ['PETITIONER', 'CLERK'] },
  { row: "T8'", verb: 'ruleContest', from: ['NOT_ADMITTED'], to: 'REGISTERED', actors: ['SUPERVISOR', 'SYSTEM'] },
  // The other outcome of `ruleContest`.
  { row: "T8'", verb: 'contestRejected', from: ['NOT_ADMITTED'], to: null, actors: ['SUPERVISOR'] },
  {
    row: "T6'",
    verb: 'deemedAdmission',
    from: ['REFERRED', 'OBJECTED', 'REGISTERED'],
    to: 'ADMITTED',
    actors: ['SYSTEM'],
  },
  { row: 'T6', verb: 'deliverNotice', from: noticeStates(), to: null, actors: ['HANDLER'] },
  { row: 'M53', verb: 'submitReportBack', from: reportStates(), to: null, actors: ['HANDLER'] },
  {
    row: 'T10',
    verb: 'handOverAccusation',
    from: handoverStates(),
    to: 'HANDED_OVER',
    actors: ['BUREAU', 'HANDLER', 'LEADER', 'DISCIPLINE'],
  },
  { row: "T10'", verb: 'declineHandover', from: ['HANDED_OVER'], to: 'REGISTERED', actors: ['DISCIPLINE'] },
  { row: "T10''", verb: 'handoverLapsed', from: ['HANDED_OVER'], to: null, actors: ['SYSTEM'] },
  { row: 'T10a', verb: 'acknowledgeHandover', from: ['HANDED_OVER'], to: 'CONCLUDED', actors: ['DISCIPLINE'] },
  { row: 'T11', verb: 'assignHandler', from: ['ADMITTED'], to: 'IN_HANDLING', actors: ['LEADER'] },
  { row: "T11'", verb: 'handlerLeft', from: ['IN_HANDLING'], to: 'ADMITTED', actors: ['SYSTEM'] },
  { row: 'T14', verb: 'recordPetitionerHeard', from: ['IN_HANDLING'], to: null, actors: ['HANDLER'] },
  { row: 'T14', verb: 'draftOpinion', from: ['IN_HANDLING'], to: null, actors: ['HANDLER'] },
  { row: 'T14', verb: 'addExecutionItem', from: ['IN_HANDLING'], to: null, actors: ['HANDLER'] },
  { row: 'T14', verb: 'signOpinion', from: ['IN_HANDLING'], to: 'REPLIED', actors: ['LEADER'] },
  { row: 'T15', verb: 'recordDelivery', from: ['REPLIED'], to: 'DELIVERED', actors: ['HANDLER'] },
  { row: 'T16', verb: 'executionStarted', from: ['DELIVERED'], to: 'EXECUTING', actors: ['SYSTEM'] },
  { row: 'T24', verb: 'reportExecution', from: ['EXECUTING'], to: null, actors: ['HANDLER'] },
  { row: 'T24', verb: 'verifyExecution', from: ['EXECUTING'], to: null, actors: ['SUPERVISOR', 'BUREAU'] },
  { row: 'T24', verb: 'confirmExecution', from: ['EXECUTING', 'DELIVERED'], to: null, actors: ['PETITIONER'] },
  { row: 'T24', verb: 'executionVerified', from: ['EXECUTING'], to: 'DELIVERED', actors: ['SYSTEM'] },
  { row: 'T22', verb: 'confirmResult', from: ['DELIVERED', 'EXECUTING'], to: null, actors: ['PETITIONER'] },
  { row: 'T22', verb: 'revokeConfirmation', from: ['DELIVERED', 'EXECUTING'], to: null, actors: ['PETITIONER'] },
  {
    row: 'T22',
    verb: 'confirmationEffective',
    from: ['DELIVERED', 'EXECUTING'],
    to: 'CONCLUDED',
    actors: ['SYSTEM'],
  },
  { row: 'T23', verb: 'windowLapsed', from: ['DELIVERED'], to: 'CONCLUDED', actors: ['SYSTEM'] },
] as const satisfies readonly Transition[];

export type Verb = (typeof transitions)[number]['verb'];

/** The row of a verb; a verb without one does not compile. */
export const transitionOf = (verb: Verb): Transition =>
  transitions.find((transition) => transition.verb === verb) as Transition;

/** Whether the table lets the verb begin in this state. */
export function checkedState(status: CaseStatus, verb: Verb): Result<Transition, 'WRONG_STATE'> {
  const transition = transitionOf(verb);
  return transition.from?.includes(status) ? ok(transition) : fail('WRONG_STATE');
}

// What came of an assignment may be told once the organization has it, and when it is over.
function reportStates() {
  return ['REFERRED', 'OBJECTED', ...noticeStates(), 'CONCLUDED'] as const;
}

// A sealed matter stays where it was registered until it is handed over; no other step takes one.
function handoverStates() {
  return ['REGISTERED'] as const;
}

// The notice may reach the petitioner any time after the admission; late is late, but never refused.
function noticeStates() {
  return ['NOT_ADMITTED', 'ADMITTED', 'IN_HANDLING', 'REPLIED', 'DELIVERED', 'EXECUTING'] as const;
}

import { hasRole, isPermitted, type Permission, type Role, type Viewer } from '@onevisit/kernel';
import { isSealed, type Case } from './case.ts';
import type { ExecutionItem } from './case-file.ts';
import { transitions, type Verb } from './transition.ts';

const permissionOf: Partial<Record<Verb, Permission>> = {
  referCase: 'case:refer',
  assignCase: 'case:assign',
  passDownCase: 'case:pass-down',
  raiseObjection: 'objection:raise',
  ruleObjection: 'objection:rule',
  ruleCompetence: 'competence:rule',
  decideAdmission: 'admission:decide',
  contestAdmission: 'admission:contest',
  ruleContest: 'contest:rule',
  deliverNotice: 'notice:deliver',
  submitReportBack: 'report-back:submit',
  assignHandler: 'handler:assign',
  recordPetitionerHeard: 'heard:record',
  draftOpinion: 'opinion:draft',
  addExecutionItem: 'execution:add',
  signOpinion: 'opinion:sign',
  recordDelivery: 'delivery:record',
  reportExecution: 'execution:report',
  verifyExecution: 'execution:verify',
  confirmExecution: 'execution:confirm',
  confirmResult: 'result:confirm',
  revokeConfirmation: 'result:confirm',
};

const handlersOwn: readonly Verb[] = ['recordPetitionerHeard', 'draftOpinion', 'addExecutionItem'];
const byWhoeverOwes: readonly Verb[] = ['reportExecution', 'verifyExecution'];

const aboutCompetence: readonly Verb[] = [
  'referCase',
  'assignCase',
  'passDownCase',
  'raiseObjection',
  'ruleObjection',
  'ruleCompetence',
];

/** Where the viewer stands to the case, as far as the table of transitions asks. */
export type Standing = Readonly<{
  items: readonly Pick<ExecutionItem, 'obligorOrganizationId' | 'state'>[];
  isNoticePending: boolean;
  isReportBackOwed: boolean;
  /** Whether the decision not to admit has been contested. */
  isContested: boolean;
  isContestPending: boolean;
  /** Who decided on the admission. */
  deciderId: string | null;
  /** Whether the viewer's organization passed the case on to who has it. */
  isReferring: boolean;
  /** Whether the organization is within its term to object. */
  isObjectable: boolean;
  /** Whether the organization has others below it to pass the case down to. */
  canPassDown: boolean;
  hasPendingConfirmation: boolean;
}>;

/** What the viewer can do with the case now: the rows of the table that begin here and are the viewer's to take. */
export function availableActions(viewer: Viewer, subject: Case, standing: Standing): readonly Verb[] {
  if (isSealed(subject)) return [];
  return transitions
    .filter(({ from, verb, actors }) => from !== null && hasRole(viewer, ...rolesIn(actors)) && isAllowed(viewer, verb))
    .filter(({ from }) => from?.some((status) => status === subject.status))
    .map(({ verb }) => verb)
    .filter((verb) => isTheirs(viewer, subject, verb, standing));
}

const rolesIn = (actors: readonly string[]): readonly Role[] =>
  actors.filter((actor): actor is Role => actor !== 'SYSTEM');

function isAllowed(viewer: Viewer, verb: Verb): boolean {
  const permission = permissionOf[verb];
  return permission !== undefined && isPermitted(viewer, permission);
}

function isTheirs(viewer: Viewer, subject: Case, verb: Verb, standing: Standing): boolean {
  if (hasRole(viewer, 'PETITIONER')) return isPetitioners(viewer, verb, standing);
  if (verb === 'contestAdmission') return !standing.isContested;
  if (verb === 'ruleContest') return standing.isContestPending && standing.deciderId !== viewer.organizationId;
  if (aboutCompetence.includes(verb)) return isAboutCompetence(viewer, subject, verb, standing);
  if (byWhoeverOwes.includes(verb)) return isAboutExecution(viewer, verb, standing);
  if (verb === 'submitReportBack') return standing.isReportBackOwed;
  if (verb === 'deliverNotice' && !standing.isNoticePending) return false;
  if (handlersOwn.includes(verb)) return subject.handlerId === viewer.id;
  return subject.responsibleOrganizationId === viewer.organizationId;
}

function isAboutCompetence({ organizationId }: Viewer, subject: Case, verb: Verb, standing: Standing): boolean {
  if (verb === 'ruleCompetence') return organizationId !== null && subject.rulingOrganizationId === organizationId;
  if (verb === 'ruleObjection' || subject.status === 'OBJECTED') return standing.isReferring;
  if (verb === 'referCase' || verb === 'assignCase')
    return subject.responsibleOrganizationId === null && subject.rulingOrganizationId === null;
  const isPossible = verb === 'raiseObjection' ? standing.isObjectable : standing.canPassDown;
  return isPossible && subject.responsibleOrganizationId === organizationId;
}

function isPetitioners({ grade }: Viewer, verb: Verb, standing: Standing): boolean {
  const { items, hasPendingConfirmation } = standing;
  // Whoever holds the code may contest; it takes no PIN.
  if (verb === 'contestAdmission') return !standing.isContested;
  if (grade !== 'ACT') return false;
  if (verb === 'revokeConfirmation') return hasPendingConfirmation;
  if (verb === 'confirmExecution') return items.some(({ state }) => state !== 'OPEN' && state !== 'DEFAULTED');
  return !hasPendingConfirmation && items.every(({ state }) => state === 'VERIFIED');
}

function isAboutExecution({ organizationId }: Viewer, verb: Verb, { items }: Standing): boolean {
  if (verb === 'reportExecution')
    return items.some(
      (item) => item.obligorOrganizationId === organizationId && item.state !== 'VERIFIED' && item.state !== 'REPORTED',
    );
  return items.some(
    (item) => item.obligorOrganizationId !== organizationId && (item.state === 'REPORTED' || item.state === 'DISPUTED'),
  );
}

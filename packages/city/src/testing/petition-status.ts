import type { PetitionHistory } from '../history/petition-history.ts';
import type { PetitionStep } from '../history/step.ts';

/** 办理状态 as the state machine names them. */
export type PetitionStatus =
  | 'REGISTERED'
  | 'REFERRED'
  | 'OBJECTED'
  | 'ADMITTED'
  | 'IN_HANDLING'
  | 'REPLIED'
  | 'DELIVERED'
  | 'EXECUTING'
  | 'IN_REVIEW'
  | 'REVIEW_DELIVERED'
  | 'IN_RECHECK'
  | 'LEGAL_ROUTED'
  | 'HANDED_OVER'
  | 'NOT_ADMITTED'
  | 'CONCLUDED';

/** Where a petition stands: its status, what was promised and is not verified, and where execution goes back to. */
export type Standing = Readonly<{
  status: PetitionStatus;
  open: readonly number[];
  returnTo: 'DELIVERED' | 'REVIEW_DELIVERED' | 'RECHECK_FINAL' | 'MEDIATED' | null;
}>;

/** The state machine, replayed over a history; throws where a step is not allowed. */
export function standingAfter({ code, steps }: Pick<PetitionHistory, 'code' | 'steps'>): Standing {
  let standing: Standing = { status: 'REGISTERED', open: [], returnTo: null };
  for (const step of steps) {
    const next = standingNext(standing, step);
    if (!next) throw new Error(`${code}: ${step.kind} at ${step.at.toISOString()} while ${standing.status}`);
    standing = next;
  }
  return standing;
}

type Row = Readonly<{ from: readonly PetitionStatus[]; to: (standing: Standing, step: PetitionStep) => Standing }>;

const stay = (standing: Standing): Standing => standing;
const to = (status: PetitionStatus) => (standing: Standing) => ({ ...standing, status });
const afterDelivery: readonly PetitionStatus[] = [
  'DELIVERED',
  'EXECUTING',
  'IN_REVIEW',
  'REVIEW_DELIVERED',
  'IN_RECHECK',
];

const rows: Readonly<Record<PetitionStep['kind'], Row>> = {
  REFERRED: { from: ['REGISTERED'], to: to('REFERRED') },
  OBJECTION_RAISED: { from: ['REFERRED'], to: to('OBJECTED') },
  OBJECTION_RULED: {
    from: ['OBJECTED'],
    to: (standing, step) => to(isUpheld(step) ? 'REGISTERED' : 'REFERRED')(standing),
  },
  ADMITTED: { from: ['REFERRED'], to: to('ADMITTED') },
  DEEMED_ADMITTED: { from: ['REFERRED'], to: to('ADMITTED') },
  NOTICE_DELIVERED: {
    from: ['ADMITTED', 'IN_HANDLING', 'REPLIED', 'DELIVERED', 'EXECUTING', 'NOT_ADMITTED', 'LEGAL_ROUTED'],
    to: stay,
  },
  NOT_ADMITTED: { from: ['REFERRED'], to: to('NOT_ADMITTED') },
  CONTESTED: { from: ['NOT_ADMITTED'], to: stay },
  CONTEST_RULED: {
    from: ['NOT_ADMITTED'],
    to: (standing, step) => (isUpheld(step) ? to('REGISTERED')(standing) : standing),
  },
  LEGALLY_ROUTED: {
    from: ['REFERRED'],
    to: (standing, step) =>
      to(step.kind === 'LEGALLY_ROUTED' && step.isOwnDuty ? 'IN_HANDLING' : 'LEGAL_ROUTED')(standing),
  },
  LEGAL_ROUTE_ACKNOWLEDGED: { from: ['LEGAL_ROUTED'], to: stay },
  LEGAL_ROUTE_LAPSED: { from: ['LEGAL_ROUTED'], to: to('REGISTERED') },
  HANDLER_ASSIGNED: { from: ['ADMITTED'], to: to('IN_HANDLING') },
  HEARD: { from: ['IN_HANDLING'], to: stay },
  EXTENDED: { from: ['ADMITTED', 'IN_HANDLING'], to: stay },
  MEDIATION_INVITED: { from: ['IN_HANDLING'], to: stay },
  MEDIATION_ANSWERED: { from: ['IN_HANDLING'], to: stay },
  MEDIATION_ENDED: {
    from: ['IN_HANDLING'],
    to: (standing, step) =>
      step.kind === 'MEDIATION_ENDED' && step.isAgreed
        ? { ...standing, status: 'EXECUTING', returnTo: 'MEDIATED' }
        : standing,
  },
  MEDIATION_PERFORMED: { from: ['EXECUTING'], to: stay },
  MEDIATION_DEFAULTED: {
    from: ['EXECUTING'],
    to: (standing) => ({ ...standing, status: 'IN_HANDLING', returnTo: null }),
  },
  OPINION_DRAFTED: {
    from: ['IN_HANDLING'],
    to: (standing, step) => ({
      ...standing,
      open: step.kind === 'OPINION_DRAFTED' ? step.executionItems.map(({ item }) => item) : [],
    }),
  },
  OPINION_SIGNED: { from: ['IN_HANDLING'], to: to('REPLIED') },
  LEGAL_OUTCOME_ISSUED: { from: ['IN_HANDLING'], to: to('REPLIED') },
  DELIVERED: { from: ['REPLIED'], to: (standing) => executing(standing, 'DELIVERED') },
  REPORTED_BACK: { from: [...afterDelivery, 'CONCLUDED'], to: stay },
  EXECUTION_REPORTED: { from: ['EXECUTING'], to: stay },
  EXECUTION_VERIFIED: { from: ['EXECUTING'], to: verified },
  EXECUTION_CONFIRMED: { from: ['EXECUTING', 'DELIVERED', 'REVIEW_DELIVERED'], to: stay },
  REVIEW_REQUESTED: {
    from: ['DELIVERED', 'EXECUTING', 'REVIEW_DELIVERED'],
    to: (standing, step) =>
      to(step.kind === 'REVIEW_REQUESTED' && step.level === 'REVIEW' ? 'IN_REVIEW' : 'IN_RECHECK')(standing),
  },
  REVIEW_ACCEPTED: { from: ['IN_REVIEW', 'IN_RECHECK'], to: stay },
  REVIEW_DECIDED: { from: ['IN_REVIEW', 'IN_RECHECK'], to: reviewDecided },
  RATED: { from: [...afterDelivery, 'CONCLUDED', 'IN_HANDLING'], to: stay },
  RESULT_CONFIRMED: { from: ['DELIVERED', 'REVIEW_DELIVERED'], to: stay },
  HANDED_OVER: { from: ['REGISTERED'], to: to('HANDED_OVER') },
  HANDOVER_ACKNOWLEDGED: { from: ['HANDED_OVER'], to: stay },
  CONCLUDED: {
    from: ['DELIVERED', 'REVIEW_DELIVERED', 'EXECUTING', 'NOT_ADMITTED', 'LEGAL_ROUTED', 'HANDED_OVER'],
    to: to('CONCLUDED'),
  },
};

function standingNext(standing: Standing, step: PetitionStep): Standing | null {
  const row = rows[step.kind];
  if (!row.from.includes(standing.status)) return null;
  // Nothing is concluded over something that is still to be done.
  if (step.kind === 'CONCLUDED' && standing.open.length > 0) return null;
  return row.to(standing, step);
}

const isUpheld = (step: PetitionStep): boolean => 'ruling' in step && step.ruling === 'UPHELD';

/** T16: what is not verified is executed first. */
const executing = (
  standing: Standing,
  returnTo: Standing['returnTo'] & ('DELIVERED' | 'REVIEW_DELIVERED'),
): Standing =>
  standing.open.length > 0
    ? { ...standing, status: 'EXECUTING', returnTo }
    : { ...standing, status: returnTo, returnTo: null };

/** T24: back to where it came from once all is verified. */
function verified(standing: Standing, step: PetitionStep): Standing {
  const open = step.kind === 'EXECUTION_VERIFIED' ? standing.open.filter((item) => item !== step.item) : standing.open;
  const { returnTo } = standing;
  const isBack = open.length === 0 && (returnTo === 'DELIVERED' || returnTo === 'REVIEW_DELIVERED');
  return isBack ? { status: returnTo, open, returnTo: null } : { ...standing, open };
}

function reviewDecided(standing: Standing, step: PetitionStep): Standing {
  if (step.kind !== 'REVIEW_DECIDED') return standing;
  if (step.result === 'REVOKED') return { ...standing, status: 'IN_HANDLING', returnTo: null };
  if (step.level === 'REVIEW') return executing(standing, 'REVIEW_DELIVERED');
  return standing.open.length > 0
    ? { ...standing, status: 'EXECUTING', returnTo: 'RECHECK_FINAL' }
    : { ...standing, status: 'REVIEW_DELIVERED' };
}

import { fail, ok, type Result } from '@onevisit/kernel';

export type CareKind =
  'WORKLOAD' | 'HEALTH' | 'FAMILY' | 'HOUSING_COMMUTE' | 'TRAINING' | 'SAFETY' | 'CAREER' | 'FACILITY' | 'OTHER';

export type CareRequestState = 'FILED' | 'ACKNOWLEDGED' | 'IN_ACTION' | 'RESOLVED' | 'CLOSED' | 'REOPENED';

export type CareSatisfaction = 'SATISFIED' | 'PARTLY_SATISFIED' | 'DISSATISFIED';

export type CareStep = 'ACKNOWLEDGE' | 'START_ACTION' | 'RESOLVE';

/** 困难需求: its texts are sealed and live beside it. */
export type CareRequest = Readonly<{
  id: string;
  requesterId: string;
  /** The requester's organization at the filing. */
  organizationId: string;
  kind: CareKind;
  state: CareRequestState;
  filedAt: Date;
  firstResponseDueAt: Date;
  firstRespondedAt: Date | null;
  /** The care officer who acknowledged it. */
  ownerId: string | null;
  closedAt: Date | null;
  /** What the requester said at the closing; in no count and no event. */
  satisfaction: CareSatisfaction | null;
  /** When the term of the first response ran out without one. */
  overdueSince: Date | null;
  /** Whether the requester wants the director to know of that; null while nothing was said. */
  tellsDirector: boolean | null;
  version: number;
}>;

/** 首应逾期困难需求: all that the director learns of it. */
export type OverdueCareRequest = Readonly<{ id: string; overdueSince: Date }>;

/** 关爱措施: one step of a request; its note is sealed. */
export type CareAction = Readonly<{
  id: string;
  careRequestId: string;
  /** The state that it led to. */
  state: CareRequestState;
  staffId: string;
  at: Date;
}>;

/** A step with what was said, for who may see the request. */
export type NotedCareAction = CareAction & Readonly<{ note: string | null }>;

/** A request with everything that was said about it. */
export type CareRecord = Readonly<{ request: CareRequest; text: string; actions: readonly NotedCareAction[] }>;

/** Who acts, and when. */
export type Act = Readonly<{ by: string; at: Date }>;

type Filing = Pick<CareRequest, 'id' | 'requesterId' | 'organizationId' | 'kind' | 'filedAt' | 'firstResponseDueAt'>;

export const newCareRequest = (filing: Filing): CareRequest => ({
  ...filing,
  state: 'FILED',
  firstRespondedAt: null,
  ownerId: null,
  closedAt: null,
  satisfaction: null,
  overdueSince: null,
  tellsDirector: null,
  version: 1,
});

const steps = {
  ACKNOWLEDGE: { from: ['FILED'], to: 'ACKNOWLEDGED' },
  START_ACTION: { from: ['ACKNOWLEDGED', 'REOPENED'], to: 'IN_ACTION' },
  RESOLVE: { from: ['IN_ACTION'], to: 'RESOLVED' },
} as const satisfies Record<CareStep, Readonly<{ from: readonly CareRequestState[]; to: CareRequestState }>>;

/** A step of the care officer. The acknowledgement is the first response, and who gives it owns the request. */
export function responded(
  request: CareRequest,
  step: CareStep,
  { by, at }: Act,
): Result<CareRequest, 'OWN_REQUEST' | 'WRONG_STATE'> {
  if (request.requesterId === by) return fail('OWN_REQUEST');
  const { to } = steps[step];
  const from: readonly CareRequestState[] = steps[step].from;
  if (!from.includes(request.state)) return fail('WRONG_STATE');
  if (step !== 'ACKNOWLEDGE') return ok({ ...request, state: to });

  // A response that is too late stays late, whether or not the lapse was noted before it.
  const late = at >= request.firstResponseDueAt ? request.firstResponseDueAt : null;
  return ok({ ...request, state: to, firstRespondedAt: at, ownerId: by, overdueSince: late });
}

/** Nobody has responded, and nobody has noted yet that the term has run out. */
export const isWaitingForFirstResponse = ({ state, overdueSince }: CareRequest): boolean =>
  state === 'FILED' && overdueSince === null;

/** The term of the first response has run out without one. */
export const lapsed = (request: CareRequest): CareRequest => ({ ...request, overdueSince: request.firstResponseDueAt });

/** The director learns of it only if the requester says so, and for as long as nobody has responded. */
export function escalated(
  request: CareRequest,
  { by, tellsDirector }: Readonly<{ by: string; tellsDirector: boolean }>,
): Result<CareRequest, 'NOT_THE_REQUESTER' | 'NOT_OVERDUE'> {
  if (request.requesterId !== by) return fail('NOT_THE_REQUESTER');
  if (request.state !== 'FILED' || request.overdueSince === null) return fail('NOT_OVERDUE');
  return ok({ ...request, tellsDirector });
}

/** Only the requester can say that it is settled, and only once somebody has answered. */
export function closed(
  request: CareRequest,
  { by, at }: Act,
  satisfaction: CareSatisfaction | null = null,
): Result<CareRequest, 'NOT_THE_REQUESTER' | 'WRONG_STATE'> {
  if (request.requesterId !== by) return fail('NOT_THE_REQUESTER');
  if (request.state !== 'RESOLVED') return fail('WRONG_STATE');
  return ok({ ...request, state: 'CLOSED', closedAt: at, satisfaction });
}

/** What was answered or closed goes on when the requester says that it is not settled. */
export function reopened(
  request: CareRequest,
  { by }: Pick<Act, 'by'>,
): Result<CareRequest, 'NOT_THE_REQUESTER' | 'WRONG_STATE'> {
  if (request.requesterId !== by) return fail('NOT_THE_REQUESTER');
  if (request.state !== 'RESOLVED' && request.state !== 'CLOSED') return fail('WRONG_STATE');
  return ok({ ...request, state: 'REOPENED', closedAt: null, satisfaction: null });
}

/** The step that led to the present state, for the record. */
export const takenStep = (
  { id: careRequestId, state }: CareRequest,
  { by, at }: Act,
  said: Readonly<{ id: string; note: string | null }>,
): NotedCareAction => ({ ...said, careRequestId, state, staffId: by, at });

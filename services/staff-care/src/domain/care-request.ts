import { fail, ok, type Result } from '@onevisit/kernel';

export type CareKind =
  'WORKLOAD' | 'HEALTH' | 'FAMILY' | 'HOUSING_COMMUTE' | 'TRAINING' | 'SAFETY' | 'CAREER' | 'FACILITY' | 'OTHER';

export type CareRequestState = 'FILED' | 'ACKNOWLEDGED' | 'IN_ACTION' | 'RESOLVED' | 'CLOSED';

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
  version: number;
}>;

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
  version: 1,
});

const steps = {
  ACKNOWLEDGE: { from: 'FILED', to: 'ACKNOWLEDGED' },
  START_ACTION: { from: 'ACKNOWLEDGED', to: 'IN_ACTION' },
  RESOLVE: { from: 'IN_ACTION', to: 'RESOLVED' },
} as const satisfies Record<CareStep, Readonly<{ from: CareRequestState; to: CareRequestState }>>;

/** A step of the care officer. The acknowledgement is the first response, and who gives it owns the request. */
export function responded(
  request: CareRequest,
  step: CareStep,
  { by, at }: Act,
): Result<CareRequest, 'OWN_REQUEST' | 'WRONG_STATE'> {
  if (request.requesterId === by) return fail('OWN_REQUEST');
  const { from, to } = steps[step];
  if (request.state !== from) return fail('WRONG_STATE');

  const first = step === 'ACKNOWLEDGE' ? { firstRespondedAt: at, ownerId: by } : {};
  return ok({ ...request, ...first, state: to });
}

/** Only the requester can say that it is settled, and only once somebody has answered. */
export function closed(
  request: CareRequest,
  { by, at }: Act,
): Result<CareRequest, 'NOT_THE_REQUESTER' | 'WRONG_STATE'> {
  if (request.requesterId !== by) return fail('NOT_THE_REQUESTER');
  if (request.state !== 'RESOLVED') return fail('WRONG_STATE');
  return ok({ ...request, state: 'CLOSED', closedAt: at });
}

/** The step that led to the present state, for the record. */
export const takenStep = (
  { id: careRequestId, state }: CareRequest,
  { by, at }: Act,
  said: Readonly<{ id: string; note: string | null }>,
): NotedCareAction => ({ ...said, careRequestId, state, staffId: by, at });

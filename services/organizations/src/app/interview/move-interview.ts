import { fail, ok, type Result } from '@onevisit/kernel';
import type { Interview } from '../../domain/interview.ts';
import type { ServiceTx } from '../operation.ts';
import { mayOversee } from '../warning/may-oversee.ts';

export type InterviewRequest = Readonly<{
  interviewId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** The frame of what is done about an interview that is decided: by who watches over the unit. */
export const moveInterview =
  <Given extends InterviewRequest, Reason extends string>(
    move: (interview: Interview, request: Given, now: Date) => Result<Interview, Reason>,
    told: (tx: ServiceTx, moved: Interview) => void = () => undefined,
  ) =>
  async (tx: ServiceTx, request: Given) => {
    const interview = await tx.interviews.locked(request.interviewId);
    if (!interview) return fail('INTERVIEW_NOT_FOUND');
    if (!(await mayOversee(tx, interview.organizationId))) return fail('NOT_YOURS_TO_OVERSEE');
    if ((request.expectedVersion ?? interview.version) !== interview.version) return fail('STALE_VERSION');

    const outcome = move(interview, request, tx.now);
    if (!outcome.ok) return outcome;

    told(tx, await tx.interviews.update(interview, outcome.value));
    return ok({ interviewId: interview.id });
  };

import { command } from '@onevisit/kernel';
import { held, type Commitment } from '../../domain/interview.ts';
import { interviewHeld } from '../../domain/warning.events.ts';
import { moveInterview, type InterviewRequest } from './move-interview.ts';

type Request = InterviewRequest &
  Readonly<{ heldAt: Date; minutes: string; commitments: readonly Commitment[]; followUpOn: string }>;

/** 记录约谈: minutes, promises and the day of the follow-up. */
export const recordInterview = command(
  'recordInterview',
  'warning:oversee',
  moveInterview(
    (interview, { heldAt, minutes, commitments, followUpOn }: Request, now) =>
      held(interview, { heldAt, minutes, commitments, followUpOn }, now),
    (tx, interview) => tx.emit(interviewHeld(interview)),
  ),
);

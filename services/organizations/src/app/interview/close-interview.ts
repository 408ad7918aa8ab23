import { command } from '@onevisit/kernel';
import { followedUp } from '../../domain/interview.ts';
import { moveInterview, type InterviewRequest } from './move-interview.ts';

type Request = InterviewRequest & Readonly<{ isKept: boolean }>;

/** 约谈回访: whether what was promised is done. */
export const closeInterview = command(
  'closeInterview',
  'warning:oversee',
  moveInterview((interview, { isKept }: Request, now) => followedUp(interview, isKept, now)),
);

import { command } from '@onevisit/kernel';
import { scheduled } from '../../domain/interview.ts';
import { moveInterview, type InterviewRequest } from './move-interview.ts';

type Request = InterviewRequest & Readonly<{ scheduledAt: Date }>;

/** 安排约谈. */
export const scheduleInterview = command(
  'scheduleInterview',
  'warning:oversee',
  moveInterview((interview, { scheduledAt }: Request, now) => scheduled(interview, scheduledAt, now)),
);

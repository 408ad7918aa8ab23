import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { endOfWorkdays, isOpen, type WarningNotice } from './warning-notice.ts';

/** 约谈状态. */
export type InterviewState = 'DECIDED' | 'SCHEDULED' | 'HELD' | 'CLOSED' | 'REPEATED';

/** 承诺事项: what the head of the unit has promised, and by when. */
export type Commitment = Readonly<{ text: string; dueOn: string }>;

/** 约谈 of the head of a unit, as the joint conference has decided. Nobody else is interviewed. */
export type Interview = Readonly<{
  id: string;
  version: number;
  warningId: string;
  organizationId: string;
  /** 被约谈岗位: the post of the unit's head. */
  intervieweePostId: string;
  /** The joint-conference office, and the day of the decision. */
  decidedById: string;
  decidedOn: string;
  resolution: string;
  /** By then it is held. */
  holdBy: Date;
  state: InterviewState;
  scheduledAt: Date | null;
  heldAt: Date | null;
  minutes: string | null;
  commitments: readonly Commitment[];
  followUpOn: string | null;
}>;

const holdWorkdays = 5;
const mostCharacters = 5000;
const mostCommitments = 20;

type Decision = Readonly<{
  id: string;
  intervieweePostId: string;
  decidedById: string;
  resolution: string;
  at: Date;
}>;

type DecisionRefusal = 'WARNING_NOT_RED' | 'WRONG_STATE' | 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'CALENDAR_NOT_PUBLISHED';

/** 决定约谈: only over a red warning that is still open. */
export function decided(warning: WarningNotice, decision: Decision): Result<Interview, DecisionRefusal> {
  const { at, ...given } = decision;
  const fault = textFault(given.resolution);
  if (fault) return fail(fault);
  if (!isOpen(warning)) return fail('WRONG_STATE');
  if (warning.level !== 'RED') return fail('WARNING_NOT_RED');

  const holdBy = endOfWorkdays(at, holdWorkdays);
  if (!holdBy.ok) return holdBy;
  return ok({
    ...given,
    version: 1,
    warningId: warning.id,
    organizationId: warning.organizationId,
    decidedOn: localDate(at).toString(),
    holdBy: holdBy.value,
    state: 'DECIDED',
    scheduledAt: null,
    heldAt: null,
    minutes: null,
    commitments: [],
    followUpOn: null,
  });
}

/** 安排约谈, within five working days after the decision. */
export function scheduled(
  interview: Interview,
  scheduledAt: Date,
  now: Date,
): Result<Interview, 'WRONG_STATE' | 'DATE_OUT_OF_RANGE'> {
  if (interview.state !== 'DECIDED' && interview.state !== 'SCHEDULED') return fail('WRONG_STATE');
  if (scheduledAt < now || scheduledAt >= interview.holdBy) return fail('DATE_OUT_OF_RANGE');
  return ok({ ...interview, state: 'SCHEDULED', scheduledAt });
}

type Record = Readonly<{ heldAt: Date; minutes: string; commitments: readonly Commitment[]; followUpOn: string }>;
type RecordRefusal =
  'WRONG_STATE' | 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'DATE_OUT_OF_RANGE' | 'COMMITMENT_MISSING' | 'TOO_MANY';

/** 约谈纪要: what was said, what was promised, and when it is looked at again. */
export function held(interview: Interview, record: Record, now: Date): Result<Interview, RecordRefusal> {
  const { heldAt, minutes, commitments, followUpOn } = record;
  if (interview.state !== 'SCHEDULED') return fail('WRONG_STATE');
  if (commitments.length === 0) return fail('COMMITMENT_MISSING');
  if (commitments.length > mostCommitments) return fail('TOO_MANY');
  const fault = [minutes, ...commitments.map(({ text }) => text)].map(textFault).find((found) => found !== null);
  if (fault) return fail(fault);

  const heldOn = localDate(heldAt).toString();
  const isInOrder =
    heldAt <= now &&
    localDate(heldAt).toString() >= interview.decidedOn &&
    commitments.every(({ dueOn }) => dueOn > heldOn && dueOn <= followUpOn);
  return isInOrder ? ok({ ...interview, ...record, state: 'HELD' }) : fail('DATE_OUT_OF_RANGE');
}

/** 回访: from the day of the follow-up on. Promises that were not kept call for another interview. */
export function followedUp(
  interview: Interview,
  isKept: boolean,
  now: Date,
): Result<Interview, 'WRONG_STATE' | 'FOLLOW_UP_NOT_DUE'> {
  if (interview.state !== 'HELD' || interview.followUpOn === null) return fail('WRONG_STATE');
  if (localDate(now).toString() < interview.followUpOn) return fail('FOLLOW_UP_NOT_DUE');
  return ok({ ...interview, state: isKept ? 'CLOSED' : 'REPEATED' });
}

export const isUnderWay = ({ state }: Interview): boolean => state !== 'CLOSED' && state !== 'REPEATED';

function textFault(text: string): 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | null {
  if (text.trim() === '') return 'TEXT_EMPTY';
  return text.length > mostCharacters ? 'TEXT_TOO_LONG' : null;
}

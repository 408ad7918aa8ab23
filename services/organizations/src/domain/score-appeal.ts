import { dueDate, localDate, officialCalendars } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { Organization } from './organization.ts';
import type { PeerGroup } from './organization.ts';

/** 计分申诉 against an entry. */
export type ScoreAppeal = Readonly<{
  entryId: string;
  grounds: string;
  /** The member of staff who speaks for the unit. */
  byId: string;
  at: Date;
  /** 裁定期限: the last day for the panel. */
  decideBy: string;
}>;

/** 评议席位: the three who rule on an appeal; none of them confirms scores. */
export type Seat = 'JOINT_CONFERENCE_OFFICE' | 'JUSTICE_BUREAU' | 'CHIEF_OF_ANOTHER_COUNTY';

export type Verdict = 'UPHOLD' | 'OVERTURN';

/** One voice of a panel. */
export type AppealVote = Readonly<{
  entryId: string;
  seat: Seat;
  verdict: Verdict;
  reason: string;
  organizationId: string;
  byId: string;
  at: Date;
}>;

/** 计分记录状态. */
export type EntryStatus = 'PROVISIONAL' | 'CONFIRMED' | 'APPEALED' | 'OVERTURNED';

/** What has become of an entry. */
export type EntryHistory = Readonly<{
  appealUntil: Date;
  peerGroup: PeerGroup;
  /** Whether the joint-conference office has confirmed the score; asked of the city bureau alone. */
  isConfirmed: boolean;
  appeal: ScoreAppeal | null;
  votes: readonly Pick<AppealVote, 'seat' | 'verdict'>[];
}>;

const majority = 2;

/** What the panel has ruled; null while two do not agree. */
export function rulingOf(votes: readonly Pick<AppealVote, 'verdict'>[]): Verdict | null {
  const count = (verdict: Verdict) => votes.filter((vote) => vote.verdict === verdict).length;
  if (count('OVERTURN') >= majority) return 'OVERTURN';
  return count('UPHOLD') >= majority ? 'UPHOLD' : null;
}

export function entryStatus(
  { appeal, votes, appealUntil, peerGroup, isConfirmed }: EntryHistory,
  now: Date,
): EntryStatus {
  if (appeal) {
    const ruling = rulingOf(votes);
    if (ruling === null) return 'APPEALED';
    return ruling === 'OVERTURN' ? 'OVERTURNED' : 'CONFIRMED';
  }
  // The city bureau does not confirm itself by letting time pass.
  const isFinal = now >= appealUntil && (peerGroup !== 'CITY_BUREAU' || isConfirmed);
  return isFinal ? 'CONFIRMED' : 'PROVISIONAL';
}

const mostCharacters = 5000;

type Act = Readonly<{ at: Date; byId: string; decisionWorkdays: number }>;

type AppealRefusal =
  'GROUNDS_EMPTY' | 'GROUNDS_TOO_LONG' | 'WRONG_STATE' | 'APPEAL_WINDOW_CLOSED' | 'CALENDAR_NOT_PUBLISHED';

/** 申诉, within ten working days after the score was drawn up. */
export function appealed(
  history: EntryHistory,
  { entryId, grounds }: Readonly<{ entryId: string; grounds: string }>,
  { at, byId, decisionWorkdays }: Act,
): Result<ScoreAppeal, AppealRefusal> {
  const text = textFault(grounds);
  if (text) return fail(text === 'EMPTY' ? 'GROUNDS_EMPTY' : 'GROUNDS_TOO_LONG');
  if (history.appeal) return fail('WRONG_STATE');
  if (at >= history.appealUntil) return fail('APPEAL_WINDOW_CLOSED');

  const end = dueDate(officialCalendars, {
    start: localDate(at),
    amount: decisionWorkdays,
    unit: 'WORKDAY',
    roll: 'NONE',
  });
  return end.ok ? ok({ entryId, grounds, byId, at, decideBy: end.value.dueOn.toString() }) : end;
}

/** The seat that a member's organization holds on the panel of that unit's appeal; null where it holds none. */
export function seatOf(member: Organization, unit: Organization): Seat | null {
  if (member.id === unit.id) return null;
  if (member.kind === 'JOINT_CONFERENCE_OFFICE' && member.level === 'CITY') return 'JOINT_CONFERENCE_OFFICE';
  if (member.kind === 'DEPARTMENT' && member.level === 'CITY' && member.functions.includes('JUST'))
    return 'JUSTICE_BUREAU';
  const isOtherCounty =
    member.kind === 'PETITION_BUREAU' && member.level === 'COUNTY' && !unit.areaCode.startsWith(member.areaCode);
  return isOtherCounty ? 'CHIEF_OF_ANOTHER_COUNTY' : null;
}

type VoteRefusal = 'REASON_EMPTY' | 'REASON_TOO_LONG' | 'WRONG_STATE' | 'SEAT_TAKEN';

/** A panel member's vote. Two that agree decide. */
export function voted(history: EntryHistory, vote: AppealVote): Result<AppealVote, VoteRefusal> {
  const text = textFault(vote.reason);
  if (text) return fail(text === 'EMPTY' ? 'REASON_EMPTY' : 'REASON_TOO_LONG');
  if (!history.appeal || rulingOf(history.votes)) return fail('WRONG_STATE');
  return history.votes.some(({ seat }) => seat === vote.seat) ? fail('SEAT_TAKEN') : ok(vote);
}

function textFault(text: string): 'EMPTY' | 'TOO_LONG' | null {
  if (text.trim() === '') return 'EMPTY';
  return text.length > mostCharacters ? 'TOO_LONG' : null;
}

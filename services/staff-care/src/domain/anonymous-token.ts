export type AnonymousPurpose = 'SUGGESTION' | 'PULSE';

/** Of a purpose for which all staff is one group. */
export const everybody = '';

/** 匿名公钥: one for a purpose, a month and a group, the same for everybody in it. */
export type AnonymousKey = Readonly<{
  id: string;
  purpose: AnonymousPurpose;
  /** `2026-04`. */
  month: string;
  /** Code of the area whose staff answer together, or `everybody`. */
  unitGroup: string;
  /** SPKI, base64url. */
  publicKey: string;
}>;

/** 匿名令牌, as it is sent without a name; its parts are base64url. */
export type AnonymousToken = Readonly<{ month: string; message: string; signature: string }>;

/** A token is good in its month and in the next, so that it need not be used when it is taken. */
export function isAccepted(month: string, today: Temporal.PlainDate): boolean {
  const present = today.toPlainYearMonth();
  return [present, present.subtract({ months: 1 })].some((accepted) => accepted.toString() === month);
}

/** `2026-W18`. */
export const isoWeek = ({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string =>
  `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;

/** At the latest after so many hours what came without a name is shown. */
export const mostHoursHidden = 72;

/** The least and the most whole hours from the hour of filing: the words wait more than 24 hours and at most 72. */
export const hiddenHours = { least: 25, most: mostHoursHidden } as const;

const hour = 3_600_000;

/** When words that came at this time are shown, at a full hour, which says nothing of the minute. */
export const releaseAfter = (filedAt: Date, hours: number): number =>
  Math.floor(filedAt.getTime() / hour) * hour + hours * hour;

/** 回执口令: long enough that nobody guesses it. */
export const isReplyToken = (replyToken: string): boolean => replyToken.length >= 22 && replyToken.length <= 200;

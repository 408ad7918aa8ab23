import type { StaffRole } from '@onevisit/kernel';

/** 信访干部: somebody who works on petitions. No field says how well. */
export type Staff = Readonly<{
  id: string;
  /** `990102-LETT/1`. */
  code: string;
  /** The place within the organization; 1 leads it. */
  number: number;
  displayName: string;
  organizationId: string;
  post: string;
  roles: readonly StaffRole[];
  /** YYYY-MM-DD. */
  joinedOn: string;
  /** 专班 that the person is a member of. */
  taskForceId: string | null;
  version: number;
}>;

/** 从事信访工作年限: whole years from the day the work began to today, both YYYY-MM-DD. */
export function yearsInPetitionWork({ joinedOn }: Pick<Staff, 'joinedOn'>, today: string): number {
  const begun = Temporal.PlainDate.from(joinedOn);
  return Math.max(0, begun.until(today, { largestUnit: 'years' }).years);
}

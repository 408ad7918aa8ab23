import type { StaffRole } from '@onevisit/kernel';

/** 信访干部: somebody who works on petitions. */
export type Staff = Readonly<{
  /** `990102-LETT/1`; 1 leads the organization. */
  code: string;
  number: number;
  displayName: string;
  organizationCode: string;
  roles: readonly StaffRole[];
  post: string;
  /** YYYY-MM-DD: the day on which the work on petitions began. */
  joinedOn: string;
  /** 专班 that the person is a member of. */
  taskForceCode: string | null;
}>;

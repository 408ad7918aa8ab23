import { statement, type Reader } from '@onevisit/data';
import type { UnsealPurpose } from '../domain/capability.ts';

/** 信访人信息访问记录 as auditors read it: who of staff opened an identity, and whether anything came of it. */
export type AuditedAccess = Readonly<{
  id: string;
  caseId: string;
  staffId: string;
  organizationId: string;
  purpose: UnsealPurpose;
  at: Date;
  /** Whether the same person acted on the case within a day. */
  isFollowedByAct: boolean;
  /** How many without such an act the same person made in the seven days up to this one. */
  idleInSevenDays: number;
}>;

export type AccessPlace = Readonly<{ at: Date; id: string; limit: number }>;

const acted = (access: string): string => `exists (
  select 1 from case_events e
  where e.case_id = ${access}.case_id and e.actor_staff_id = ${access}.staff_id and e.type <> 'IdentityUnsealed'
    and e.at >= ${access}.at and e.at <= ${access}.at + interval '24 hours')`;

const page = statement<AuditedAccess>(
  'identity-access-audit',
  `select a.id, a.case_id as "caseId", a.staff_id as "staffId", a.organization_id as "organizationId", a.purpose, a.at,
     ${acted('a')} as "isFollowedByAct",
     (select count(*)::int from identity_accesses b
      where b.staff_id = a.staff_id and b.at <= a.at and b.at > a.at - interval '7 days' and not ${acted('b')})
       as "idleInSevenDays"
   from identity_accesses a
   where (a.at, a.id) < ($1, $2)
   order by a.at desc, a.id desc limit $3`,
);

export const accessReader = ({ rows }: Reader) => ({
  /** The newest first. */
  audited: ({ at, id, limit }: AccessPlace) => rows(page, [at, id, limit]),
});

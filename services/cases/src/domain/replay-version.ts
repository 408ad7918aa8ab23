import type { CaseFile } from './case-file.ts';

type Versioned = Readonly<{ id: string; version: number }>;

/** The file as it stands in the store after a step: whatever the step has changed is counted up, as every write is. */
export const countedUp = (before: CaseFile, after: CaseFile): CaseFile => ({
  ...after,
  case: { ...after.case, version: before.case.version + 1 },
  admission: after.admission && counted(before.admission ? [before.admission] : [], after.admission),
  deadlines: after.deadlines.map((deadline) => counted(before.deadlines, deadline)),
  referrals: after.referrals.map((referral) => counted(before.referrals, referral)),
  objections: after.objections.map((objection) => counted(before.objections, objection)),
  disputes: after.disputes.map((dispute) => counted(before.disputes, dispute)),
  contests: after.contests.map((contest) => counted(before.contests, contest)),
  opinions: after.opinions.map((opinion) => counted(before.opinions, opinion)),
  executionItems: after.executionItems.map((item) => counted(before.executionItems, item)),
  confirmations: after.confirmations.map((confirmation) => counted(before.confirmations, confirmation)),
});

function counted<Row extends Versioned>(before: readonly Row[], row: Row): Row {
  const old = before.find(({ id }) => id === row.id);
  return old && old !== row ? { ...row, version: old.version + 1 } : row;
}

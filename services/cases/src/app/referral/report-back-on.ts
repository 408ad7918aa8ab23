import type { Referral } from '../../domain/case-file.ts';
import { withCase } from '../case/find-case.ts';
import { openSealed } from '../vault/open-sealed.ts';
import type { ServiceRead } from '../operation.ts';

/** 交办反馈 on a referral, as the viewer may read it; null until there is one. */
export async function reportBackOn(read: ServiceRead, referral: Referral) {
  const { id, reportedBackAt, reportBackSealed, reportBackReference } = referral;
  const known = reportedBackAt === null ? null : await withCase(read, referral);
  if (reportedBackAt === null || known === null) return null;
  const sealed = { cell: { column: 'referrals.report_back_sealed', rowId: id }, text: reportBackSealed } as const;
  return {
    submittedAt: reportedBackAt,
    documentReference: reportBackReference,
    result: await openSealed(read, known.subject, sealed, '已反馈办理结果'),
  };
}

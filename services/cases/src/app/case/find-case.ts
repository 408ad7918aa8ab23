import { isId, query, nestedQuery } from '@onevisit/kernel';
import type { Case } from '../../domain/case.ts';
import { inCase, type InCase } from '../../domain/in-case.ts';
import type { ServiceRead } from '../operation.ts';

/** What names one case. */
export type CaseKey = Readonly<{ id: string }> | Readonly<{ caseNo: string }>;

/** A case that the viewer may not see is a case that does not exist: the loaders read within sight. */
export const findCase = query('case:read', ({ load }: ServiceRead, key: CaseKey) => loadCase(load, key));

/** The same inside another entity, or for the gateway. */
export const caseWithin = nestedQuery('case:read', ({ load }: ServiceRead, key: CaseKey) => loadCase(load, key));

async function loadCase(load: ServiceRead['load'], key: CaseKey): Promise<Case | null> {
  if ('caseNo' in key) return load.cases.byNumber.load(key.caseNo);
  return isId(key.id) ? load.cases.byId.load(key.id) : null;
}

/** A part of a case, beside it; null where the case is out of sight. */
export async function withCase<Row extends Readonly<{ caseId: string }>>(
  read: ServiceRead,
  row: Row | null,
): Promise<InCase<Row> | null> {
  const subject = row && (await caseWithin(read, { id: row.caseId }));
  return subject ? inCase(subject, row) : null;
}

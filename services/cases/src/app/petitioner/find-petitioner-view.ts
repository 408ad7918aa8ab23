import { query } from '@onevisit/kernel';
import type { Case } from '../../domain/case.ts';
import type { ServiceRead } from '../operation.ts';

/** 信访人查询: the one case of the capability, asked for by its number; null for any other. */
export const findPetitionerView = query(
  'case:track',
  async ({ viewer, load }: ServiceRead, caseNo: string): Promise<Case | null> => {
    const found = viewer.caseId === null ? null : await load.cases.byId.load(viewer.caseId);
    return found?.caseNo === caseNo ? found : null;
  },
);

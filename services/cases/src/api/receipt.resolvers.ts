import { checkReceipt } from '../app/evidence/check-receipt.ts';
import type { QueryResolvers } from './generated.ts';

export const receiptQueries = {
  verifyReceipt: (_, { receipt }, operation) => checkReceipt(operation, receipt),
} satisfies Partial<QueryResolvers>;

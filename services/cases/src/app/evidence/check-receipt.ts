import { verifyReceipt } from '@onevisit/evidence';
import { query } from '@onevisit/kernel';
import type { ServiceOperation } from '../operation.ts';

/** 核验回执: by its signature alone; nothing is looked up. */
export const checkReceipt = query('receipt:verify', async ({ secrets }: ServiceOperation, receipt: string) => {
  const { status } = await verifyReceipt(receipt.trim(), secrets.receiptKeys);
  return status;
});

import { open } from '@onevisit/vault';
import { inCase } from '../../domain/in-case.ts';
import { caseWithin } from './find-case.ts';
import type { Opened } from './open-case.ts';
import type { ServiceRead } from '../operation.ts';

/** What registering tells: the case, its first contact, and, once and to nobody else, the receipt and the code. */
export async function toldAtOpening(read: ServiceRead, made: Opened) {
  const subject = await caseWithin(read, { id: made.caseId });
  const key = await read.load.keys.load(made.caseId);
  const contact = made.contactId === null ? null : await read.load.contacts.byId.load(made.contactId);
  if (!subject || !key || !contact) return { case: subject, contact: null, receipt: null, trackingCode: null };

  const opened = (column: 'receipt' | 'tracking_code', sealed: string): string =>
    open(key, { column: `idempotency_keys.${column}`, rowId: subject.id }, sealed);
  return {
    case: subject,
    contact: inCase(subject, contact),
    receipt: {
      receiptNo: contact.receiptNo,
      receivedAt: contact.receivedAt,
      text: opened('receipt', made.receiptSealed),
    },
    trackingCode: opened('tracking_code', made.trackingCodeSealed),
  };
}

import type { ReceiptKey } from '@onevisit/evidence';
import type { KeyRing } from '@onevisit/vault';
import type { JSONWebKeySet } from 'jose';

/** The secrets of the installation that cases uses. */
export type Secrets = Readonly<{
  /** Wraps the data keys of cases. */
  ring: KeyRing;
  /** Recognises tracking codes, PINs and set-up tokens. */
  capability: Buffer;
  /** Signs receipts. */
  receipt: ReceiptKey;
  receiptKeys: JSONWebKeySet;
}>;

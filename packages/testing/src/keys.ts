import { createHash } from 'node:crypto';
import { keysFrom, type InstallationKeys } from '@onevisit/home';

/** The same keys in every test, so that what they sign or seal can be compared. They open nothing anywhere else. */
export const testKeys = (): InstallationKeys =>
  keysFrom((purpose) => [{ id: `test-${purpose}`, key: createHash('sha256').update(purpose).digest() }]);

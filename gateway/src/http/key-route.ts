import type { InstallationKeys } from '@onevisit/home';
import type { FastifyInstance } from 'fastify';
import { keySet } from '../authentication/signing-key.ts';

/** What our signatures are checked with: tokens by other services, receipts by anybody. */
export function serveKeys(app: FastifyInstance, { tokenIssuer, receipt }: InstallationKeys): void {
  const keys = keySet([tokenIssuer, receipt]);
  app.get('/.well-known/jwks.json', async () => keys);
}

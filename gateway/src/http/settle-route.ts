import { ClockError, type InstallationKeys } from '@onevisit/home';
import { acceptRawJson, signed } from '@onevisit/subgraph';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** The name that calls to the gateway itself are signed for; the key is in the installation's folder. */
export const gatewayAudience = 'gateway';

export type Settling = Readonly<{
  /** Moves the clock by an ISO 8601 duration. */
  advance: (duration: string) => void;
  /** Resolves when nothing is due and every event has been handed over, in all subgraphs. */
  settle: () => Promise<void>;
  now: () => Date;
}>;

type SettleRequest = Readonly<{ advance?: unknown }>;

/** `POST /settle`, for `npm run clock`: who can read the installation's keys can move its clock. */
export function serveSettling(app: FastifyInstance, keys: InstallationKeys, settling: Settling): void {
  const binding = { audience: gatewayAudience, keys: keys.subgraph(gatewayAudience) };
  app.register(async (scope) => {
    acceptRawJson(scope);
    scope.post(
      '/settle',
      signed<SettleRequest>(binding, async ({ advance }) => {
        if (typeof advance === 'string') moved(settling, advance);
        await settling.settle();
        return { now: settling.now().toISOString() };
      }),
    );
  });
}

function moved({ advance }: Settling, duration: string): void {
  try {
    advance(duration);
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    throw new Refusal(409, 'BAD_USER_INPUT', { zh: error.message, en: error.message });
  }
}

import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** `/livez`: the process runs. `/readyz`: it can answer operations; false while it drains. */
export function serveHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    if (!(await isReady())) throw new Refusal(503, 'SERVICE_UNAVAILABLE');
    return { status: 'ready' };
  });
}

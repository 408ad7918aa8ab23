import { requestBytes } from '../load/request.ts';
import { documents } from '../operations/documents.ts';
import { listCallers } from '../callers/callers.ts';
import { askOnce, untilAnswered } from '../processes/ready.ts';
import type { ServerProcess } from '../processes/server-process.ts';
import type { Variant } from './variant.ts';

type Probed = Pick<Variant, 'port' | 'path' | 'headersOf'>;

const patienceMs = 60_000;

/** Milliseconds from `startedAt` until the first good answer to a question that needs three subgraphs. */
export async function startMsOf(variant: Probed, server: ServerProcess, startedAt: number): Promise<number> {
  const [caller] = listCallers;
  if (!caller) throw new Error('nobody to ask for');
  const { port, path, headersOf } = variant;
  const request = requestBytes({ path, headers: headersOf(caller, 0), query: documents.list, variables: {} });
  await untilAnswered(server, patienceMs, async () => {
    const { status, body } = await askOnce(port, request);
    return status === 200 && body.includes('"hasNextPage"') && !body.includes('"errors"');
  });
  return performance.now() - startedAt;
}

import { homeFolder, installationKeys } from '@onevisit/home';
import { systemViewer } from '@onevisit/kernel';
import { signViewer, viewerHeader } from '@onevisit/subgraph';
import { gatewayAudience } from '../http/settle-route.ts';
import { UsageError } from './usage-error.ts';

/**
 * Waits until nothing is due in the running stack and every event is handed over, moving its clock first where a
 * duration is given. The stack moves it itself: it knows whether it may. Answers what time it is then.
 */
export async function settledStack(url: string, advance?: string): Promise<Date> {
  const body = JSON.stringify(advance === undefined ? {} : { advance });
  const keys = installationKeys(homeFolder()).subgraph(gatewayAudience);
  const signature = signViewer({ viewer: systemViewer, budgetMs: 0 }, { audience: gatewayAudience, body, keys });
  const answer = await fetch(`${url}/settle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [viewerHeader]: signature },
    body,
  });
  const result = (await answer.json()) as { now?: string; errors?: { message: string }[] };
  if (result.now !== undefined) return new Date(result.now);
  const told = result.errors?.[0]?.message ?? '';
  throw new UsageError(`时钟没有拨动：${told}`, `The clock was not moved.`);
}

import { homeFolder, readRun } from '@onevisit/home';
import { UsageError } from './usage-error.ts';

export type Code = Readonly<{ caseNo: string; trackingCode: string; pin: string | undefined }>;

/** Asks the running stack: only the subgraph of cases can tell whether a tracking code is right. */
export async function petitionerToken(code: Code): Promise<string> {
  const run = readRun(homeFolder());
  if (!run) throw new UsageError('信访人凭证须向运行中的系统领取：先 npm start。', 'Run npm start first.');

  const answer = await fetch(`${run.url}/token/petitioner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(code),
  });
  const result = (await answer.json()) as { token?: string; errors?: { message: string }[] };
  if (result.token === undefined) throw new UsageError(result.errors?.[0]?.message ?? '', 'No token was given.');
  return result.token;
}

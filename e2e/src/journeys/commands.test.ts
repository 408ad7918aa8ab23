import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@onevisit/home';
import { homeOf, setPin, stack, story, url } from '../kit/index.ts';

/** `npm run <name> -- …` as a person types it, beside the running stack. */
function run(
  name: string,
  ...given: readonly string[]
): Promise<Readonly<{ code: number | null; out: string; told: string }>> {
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...environment } = process.env;
  const file = join(repositoryRoot(), 'gateway', 'src', 'commands', `${name}.ts`);
  const child = spawn(process.execPath, [file, ...given], { env: { ...environment, ONEVISIT_HOME: homeOf(stack) } });
  let [out, told] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, told })));
}

const asked = async (token: string, query: string): Promise<unknown> => {
  const answer = await fetch(`${url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token.trim()}` },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as Readonly<{ data: unknown }>).data;
};

describe('commands beside a running stack', () => {
  it('demo walks one petition to its end', async () => {
    const { code, out, told } = await run('demo');
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('已终结');
  });

  it('token speaks for a persona', async () => {
    const { out } = await run('token', 'handler', '--organization', '990103-HRSS');
    expect(await asked(out, '{ me { organization { code } } }')).toEqual({
      me: { organization: { code: '990103-HRSS' } },
    });
  });

  it('messages and token speak for a petitioner', async () => {
    const { caseNo, trackingCode } = await story.registered();
    await setPin({ caseNo, trackingCode, pin: '271828' });
    const messages = await run('messages', '--case', caseNo);
    const { out } = await run('token', 'petitioner', '--case', caseNo, '--code', trackingCode, '--pin', '271828');
    const wrong = await run('token', 'petitioner', '--case', caseNo, '--code', trackingCode, '--pin', '314159');

    expect(messages.out).toContain(caseNo);
    expect(await asked(out, `{ caseByTracking(caseNo: "${caseNo}") { grade } }`)).toEqual({
      caseByTracking: { grade: 'ACT' },
    });
    expect([wrong.code, wrong.out]).toEqual([1, '']);
  });

  it('clock tells the time in Shanghai', async () => {
    expect((await run('clock')).out).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00\n$/);
  });
});

import { homeFolder, messageFile } from '@onevisit/home';
import { graphClient } from '../demo/graph-client.ts';
import { walkPetition, type World } from '../demo/walk-petition.ts';
import { runCommand } from './run-command.ts';
import { settledStack } from './settled-stack.ts';
import { UsageError } from './usage-error.ts';

/** `npm run demo`: one petition from the window to the petitioner's confirmation, on the running graph. It moves the clock. */
await runCommand(async () => {
  const graph = graphClient();
  const world: World = {
    graph,
    wait: (duration) => settledStack(graph.url, duration),
    now: () => settledStack(graph.url),
    setupTokenFor,
    setPin: (input) => pinSet(graph.url, input),
    tell: (who, what) => console.log(who === '' ? what : `【${who}】${what}`),
  };
  await walkPetition(world);
});

/** The petitioner reads it on the own telephone; here it is in the installation's folder. */
function setupTokenFor(caseNo: string): string {
  const texts = messageFile(homeFolder())
    .messagesOf(caseNo)
    .map(({ text }) => text);
  const [token] = texts.flatMap((text) => /[0-9A-HJKMNP-TV-Z]{16}/.exec(text) ?? []);
  if (token === undefined) throw new UsageError('没有收到设置密码的短信。', 'No message with a set-up token came.');
  return token;
}

async function pinSet(url: string, input: object): Promise<void> {
  const response = await fetch(`${url}/petitioner/pin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new UsageError('行权密码没有设置成功。', 'The PIN was not set.');
}

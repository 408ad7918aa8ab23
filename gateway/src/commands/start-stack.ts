import { join } from 'node:path';
import { homeFolder, readRun, withFileLock } from '@onevisit/home';
import { startGraphElsewhere } from '../stack/graph-elsewhere.ts';
import { settingsOf, type Settings } from '../stack/settings.ts';
import { startStack, type Stack } from '../stack/stack.ts';
import { printProgress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** `npm start`: everything at one port, until Ctrl-C or SIGTERM. */
export const start = (given: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> =>
  runCommand(async () => {
    const settings = settingsOf(given, environment);
    const stack = await stackOf(settings);
    endOnSignal(stack);
    tellReady(stack, settings);
  });

function stackOf(settings: Settings): Promise<Stack> {
  if (settings.supergraphFile !== null) return startGraphElsewhere({ ...settings, file: settings.supergraphFile });
  return withFileLock(join(homeFolder(), 'start.lock'), async () => {
    refuseSecond();
    return startStack(settings, { log: console.log, progress: printProgress() });
  });
}

/** Two would load one city at once, and hand over the same events. One that is still starting is waited for. */
function refuseSecond(): void {
  const run = readRun(homeFolder());
  if (!run) return;
  throw new UsageError(
    `已经在运行：${run.url}/graphql（进程 ${run.pid}）。`,
    `It runs already: ${run.url}/graphql (process ${run.pid}).`,
  );
}

function tellReady({ url, gateway }: Stack, { supergraphFile }: Settings): void {
  console.log(`ready ${url}/graphql`);
  if (gateway.app.hasRoute({ method: 'GET', url: '/explorer' })) console.log(`explorer ${url}/explorer`);
  if (supergraphFile === null) console.log('token  npm run -s token -- clerk');
}

const drainMs = 1_000;
// What hangs at the end is cut off. A second Ctrl-C does not: npm sends every one twice.
const patienceMs = 40_000;

/** SIGTERM leaves whoever sends requests a moment to see that this one is not ready any more; Ctrl-C does not. */
function endOnSignal({ gateway, stop }: Stack): void {
  let isEnding = false;
  const end = async (wait: number): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    gateway.drain();
    await new Promise((resolve) => setTimeout(resolve, wait));
    await stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(drainMs));
}

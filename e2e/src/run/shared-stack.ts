import { attemptsOf } from '../kit/outbound.ts';
import { removeFolder } from '../kit/folder.ts';
import { inventedFor } from '../kit/petition.ts';
import { logOf, startStack, type Mounting, type StartedStack } from '../kit/stack.ts';
import { wordOf } from '../kit/this-stack.ts';
import { folderWithCity, forgetCity } from './loaded-city.ts';

const started = new Map<Mounting, StartedStack>();

/** Starts the stack that all journeys of one mounting share, unless one was left running for them (README.md). */
export async function startShared(mounting: Mounting): Promise<void> {
  if (process.env[wordOf(mounting)]) return;
  const folder = await folderWithCity(mounting);
  const stack = await startStack({ mounting, citySize: 'S', folder });
  started.set(mounting, stack);
  process.env[wordOf(mounting)] = stack.folder;
}

/** Ends it, and looks at what it left: nobody's name where it does not belong, no call to another machine. */
export async function stopShared(mounting: Mounting): Promise<void> {
  await forgetCity();
  const stack = started.get(mounting);
  if (!stack) return;
  const code = await stack.stop();
  const faults = [
    ...(code === 0 ? [] : [`it ended with ${code}`]),
    ...attemptsOf(stack).map(({ what, target }) => `it tried to reach another machine: ${what} ${target}`),
    ...namesIn(stack),
  ];
  if (faults.length > 0) throw new Error(`${mounting}: ${faults.join('\n')}\nIts folder: ${stack.folder}`);
  removeFolder(stack.folder);
}

/** What its log says of who petitioned: nothing. */
function namesIn(stack: StartedStack): readonly string[] {
  const printed = logOf(stack);
  return inventedFor(stack)
    .flatMap((one) => Object.values(one))
    .filter((text) => printed.includes(text))
    .map((text) => `its log tells who petitioned: ${text}`);
}

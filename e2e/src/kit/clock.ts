import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openClock, repositoryRoot } from '@onevisit/home';
import { homeOf, type Whereabouts } from './stack.ts';

/** Business time of a stack. */
export type StackClock = Readonly<{
  now: () => Date;
  /** `npm run clock -- advance P60D`: returns when all that fell due is handled and every event handed over. */
  advance: (duration: string) => Promise<Date>;
  /** Moves the clock and asks nobody for anything: what falls due is handled by itself. */
  leap: (duration: string) => Date;
  /** The day in Shanghai so many days from now, `2026-05-09`. */
  inDays: (days: number) => string;
}>;

export function clockOf(stack: Whereabouts): StackClock {
  const now = (): Date => withClock(stack, (clock) => clock.now());
  return {
    now,
    advance: async (duration) => new Date((await clockCommand(stack, ['advance', duration])).trim()),
    leap: (duration) => withClock(stack, (clock) => clock.advance(duration)),
    inDays: (days) => dayInShanghai(now()).add({ days }).toString(),
  };
}

export const dayInShanghai = (time: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO('Asia/Shanghai').toPlainDate();

function withClock<Value>(stack: Whereabouts, work: (clock: ReturnType<typeof openClock>) => Value): Value {
  const clock = openClock(homeOf(stack), { isMovable: true });
  try {
    return work(clock);
  } finally {
    clock.close();
  }
}

function clockCommand(stack: Whereabouts, given: readonly string[]): Promise<string> {
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...environment } = process.env;
  const file = join(repositoryRoot(), 'gateway', 'src', 'commands', 'clock.ts');
  const child = spawn(process.execPath, [file, ...given], { env: { ...environment, ONEVISIT_HOME: homeOf(stack) } });
  let out = '';
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`clock ${given.join(' ')} ended with ${code}: ${told}`));
    });
  });
}

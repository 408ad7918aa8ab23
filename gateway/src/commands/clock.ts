import { homeFolder, openClock, readRun } from '@onevisit/home';
import { settledStack } from './settled-stack.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const usage = new UsageError(
  '用法：npm run clock -- advance P60D（六十天）或 PT3H（三小时）',
  'Usage: npm run clock -- advance P60D (sixty days) or PT3H (three hours)',
);

const isMovable = !process.env['DATABASE_URL'];

/**
 * `npm run clock -- advance P60D`: moves the clock ahead and returns when all that fell due is handled and every event
 * handed over. `npm run clock` says what time it is.
 */
await runCommand(async () => {
  const [verb, duration, ...rest] = process.argv.slice(2);
  if (verb === undefined) return print(now());
  if (verb !== 'advance' || duration === undefined || rest.length > 0) throw usage;

  const run = readRun(homeFolder());
  print(run ? await settledStack(run.url, duration) : advancedAlone(duration));
});

function now(): Date {
  const clock = openClock(homeFolder(), { isMovable });
  const time = clock.now();
  clock.close();
  return time;
}

/** Nothing runs: what falls due meanwhile is handled at the next start. */
function advancedAlone(duration: string): Date {
  const clock = openClock(homeFolder(), { isMovable });
  const time = clock.advance(duration);
  clock.close();
  return time;
}

function print(time: Date): void {
  const shown = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO('Asia/Shanghai');
  console.log(shown.toString({ timeZoneName: 'never', smallestUnit: 'second' }));
}

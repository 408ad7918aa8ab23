import { TestEnvironment } from 'jest-environment-node';
import { exchangesIn, forgetExchanges, printedExchange } from '../kit/exchange.ts';
import { logTail, type Mounting } from '../kit/stack.ts';
import { wordOf } from '../kit/this-stack.ts';

/** As much of what Jest tells of a test as is looked at here. */
type TestEvent = Readonly<{ name: string; test?: Readonly<{ name: string }> | undefined }>;

/**
 * Where journeys run: when one fails, its last operations are printed with their answers, and the end of the log of its
 * stack.
 */
export default class JourneyEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }: TestEvent): void {
    if (name === 'test_start') forgetExchanges(this.global);
    if (name === 'test_fn_failure' || name === 'hook_failure') this.#tell(test?.name ?? 'before the first test');
  }

  #tell(test: string): void {
    const { mounting } = this.global as Readonly<{ mounting?: Mounting }>;
    const folder = mounting && process.env[wordOf(mounting)];
    const told = [
      `\n═══ ${mounting ?? ''} failed: ${test}`,
      ...exchangesIn(this.global).map(printedExchange),
      ...(mounting && folder ? ['── the end of its log', logTail({ mounting, folder })] : []),
    ];
    process.stderr.write(`${told.join('\n')}\n═══\n`);
  }
}

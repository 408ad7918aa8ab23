import { groupBy } from '@onevisit/data';
import type { DeliveredEvent } from '@onevisit/kernel';
import type { Claimed, EventQueue } from './event-queue.ts';
import { logged, type ErrorLog } from './log.ts';
import { createPulse } from './pulse.ts';
import { withinTime } from './within-time.ts';

/** Nobody answers where the subscriber is looked for. No fault of the event, so it costs no try: all wait and go on in order. */
export class SubscriberAwayError extends Error {
  override readonly name = 'SubscriberAwayError';
}

/** Hands one subscriber its events, until told to stop. */
export type Courier = Readonly<{
  /** There is something new. */
  wake: () => void;
  /** Lets deliveries under way end. */
  stop: () => Promise<void>;
}>;

export type Errand = Readonly<{
  subscriber: string;
  queue: EventQueue;
  deliver: (event: DeliveredEvent) => Promise<void>;
  log: ErrorLog;
}>;

// Few at once: a subscriber has its own work to do with the same connections.
const atOnce = 4;
// Nobody has to be woken for events of another process and for those that are tried again.
const lookEveryMs = 1_000;
const longestDeliveryMs = 20_000;
const longestRestMs = 30_000;

export function createCourier({ subscriber, queue, deliver, log }: Errand): Courier {
  const pulse = createPulse();
  const rest = createRest();
  const underway = new Set<Promise<void>>();
  const waiting: Claimed[] = [];
  let delivered: Claimed[] = [];
  let refused: { event: Claimed; reason: string }[] = [];
  const stopping = new AbortController();

  const handOver = async (claimed: Claimed): Promise<void> => {
    try {
      await withinTime(longestDeliveryMs, () => deliver(claimed.event));
      delivered.push(claimed);
      rest.end();
    } catch (error) {
      if (error instanceof SubscriberAwayError) {
        waiting.unshift(claimed);
        rest.begin();
        return;
      }
      const { event, retryCount } = claimed;
      logged(log, `${subscriber} did not take event ${event.id} (${event.type}), try ${retryCount + 1}`, error);
      refused.push({ event: claimed, reason: error instanceof Error ? error.message : String(error) });
    }
  };

  const begin = (): void => {
    while (underway.size < atOnce && !rest.isOn()) {
      const next = waiting.shift();
      if (!next) return;
      const delivery = handOver(next).finally(() => {
        underway.delete(delivery);
        pulse.wake();
      });
      underway.add(delivery);
    }
  };

  const writeDown = async (): Promise<void> => {
    const done = delivered;
    const reasons = groupBy(refused, ({ reason }) => reason);
    delivered = [];
    refused = [];
    await queue.delivered(done);
    for (const [reason, tries] of reasons) {
      const events = tries.map(({ event }) => event);
      await queue.refused(events, reason);
    }
  };

  const round = async (): Promise<void> => {
    await writeDown();
    if (waiting.length === 0) waiting.push(...(await queue.claim()));
    begin();
    await pulse.pause(lookEveryMs);
  };

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await round();
      } catch (error) {
        await Promise.all(underway);
        waiting.length = 0;
        queue.abandon();
        logged(log, `events for ${subscriber} have to wait`, error);
        await pulse.pause(lookEveryMs);
      }
    }
    await Promise.all(underway);
    await writeDown().catch((error: unknown) =>
      logged(log, `events for ${subscriber} will be handed over again`, error),
    );
  };

  const working = work();
  return {
    wake: pulse.wake,
    stop: async () => {
      stopping.abort();
      pulse.wake();
      await working;
    },
  };
}

/** Pauses of 1, 2, 4 ... 30 s while nobody answers. */
function createRest() {
  let pauses = 0;
  let until = 0;
  const isOn = () => Date.now() < until;
  return {
    isOn,
    begin: () => {
      if (isOn()) return;
      until = Date.now() + Math.min(longestRestMs, 1_000 * 2 ** pauses);
      pauses += 1;
    },
    end: () => {
      pauses = 0;
      until = 0;
    },
  };
}

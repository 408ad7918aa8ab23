import { SubscriberAwayError } from '@onevisit/events';
import { systemViewer, type Deliver, type DeliveredEvent } from '@onevisit/kernel';
import type { Subgraph } from '@onevisit/subgraph';
import { PeerError, type Peer } from './peer.ts';

/** Takes events to their subscribers: those of this process by a call, others by a signed POST. */
export type PostOffice = Readonly<{
  deliver: Deliver;
  /** How many it has handed over. */
  handedOver: () => number;
}>;

/** Who takes events, by name. Both may still grow until the first event comes. */
export type Subscribers = Readonly<{
  here: ReadonlyMap<string, Pick<Subgraph, 'consume'>>;
  /** Signed with the keys of events. */
  elsewhere: ReadonlyMap<string, Pick<Peer, 'post'>>;
}>;

export function createPostOffice({ here, elsewhere }: Subscribers): PostOffice {
  let handedOver = 0;
  const send = async (subscriber: string, event: DeliveredEvent): Promise<void> => {
    const subgraph = here.get(subscriber);
    if (subgraph) return subgraph.consume(event);
    const peer = elsewhere.get(subscriber);
    if (!peer) throw new Error(`${subscriber} takes events, and nobody has said where it is`);
    await posted(peer, event, subscriber);
  };
  return {
    deliver: async (subscriber, event) => {
      await send(subscriber, event);
      handedOver += 1;
    },
    handedOver: () => handedOver,
  };
}

/** Nobody there is no fault of the event: it waits, and costs no try. */
async function posted(peer: Pick<Peer, 'post'>, event: DeliveredEvent, subscriber: string): Promise<void> {
  try {
    await peer.post('/events', event, { viewer: systemViewer, budgetMs });
  } catch (error) {
    if (error instanceof PeerError && error.failure === 'UNAVAILABLE') {
      throw new SubscriberAwayError(subscriber, { cause: error });
    }
    throw error;
  }
}

// The subscriber commits its effect before it answers; a statement of it may take this long.
const budgetMs = 15_000;

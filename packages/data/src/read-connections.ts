import type { Client, ClientConfig } from 'pg';
import { CountingClient } from './statements.ts';

/** Connections for reading, each of which carries many statements at a time. */
export type ReadConnections = Readonly<{
  /** Each in its turn, connected. */
  next: () => Promise<Client>;
  /** Lets what is under way end, and closes them. */
  close: () => Promise<void>;
}>;

type Slot = { client: Promise<Client> | null };

/**
 * Statements are sent as they come and answered in their order, instead of each waiting for a connection of its own and
 * for an answer: fewer wake-ups on both sides. No transaction ever runs here, and no session setting, so statements of
 * different operations can follow each other. A connection that is lost is made anew for the next statement.
 */
export function createReadConnections(config: ClientConfig, count = 2): ReadConnections {
  const slots: readonly Slot[] = Array.from({ length: count }, () => ({ client: null }));

  let turn = 0;

  const connected = async (slot: Slot): Promise<Client> => {
    // It declares query() as one signature for all; to whoever reads it is pg's own.
    const client = new CountingClient({ ...config, pipeline: true }) as unknown as Client;
    const forget = (): void => {
      slot.client = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
    } catch (error) {
      forget();
      throw error;
    }
    return client;
  };

  return {
    next: () => {
      turn = (turn + 1) % slots.length;
      const slot = slots[turn] ?? { client: null };
      slot.client ??= connected(slot);
      return slot.client;
    },
    close: async () => {
      const clients = slots.map(({ client }) => client);
      await Promise.all(clients.map(async (client) => (await client?.catch(() => null))?.end()));
    },
  };
}

import { runTransaction, type Frame } from '@onevisit/data';
import type { DeliveredEvent, Scope } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import { noteEventSql } from './inbox.ts';
import { subjectKind } from './subject.ts';

/** What a subscriber does about one type of event: a verb, in the transaction that also notes the event. */
export type EventHandler<Repositories> = (tx: Scope & Repositories, event: DeliveredEvent) => Promise<void>;

/** An event of a type that this subscriber has no handler for: it is declared in one place and missing in another. */
export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';
}

/**
 * Takes events of other subgraphs: each has its effect once, however often it comes, and none where a newer one of the
 * same subject came before. Of several with the same version each has its effect: they are facts of one act.
 */
export function createConsumer<Repositories extends object>(
  frame: () => Frame<Repositories>,
  handlers: Readonly<Record<string, EventHandler<Repositories>>>,
): (event: DeliveredEvent) => Promise<void> {
  const handlerOf = new Map(Object.entries(handlers));
  return async (event) => {
    const handle = handlerOf.get(event.type);
    if (!handle) throw new UnknownEventError(`no handler for ${event.type}`);

    const opened = frame();
    await runTransaction(opened, async (tx, manager) => {
      if (await isNews(manager, event, opened.now)) await handle(tx, event);
    });
  };
}

async function isNews(manager: EntityManager, event: DeliveredEvent, at: Date): Promise<boolean> {
  const [noted] = await manager.query<{ is_outdated: boolean }[]>(noteEventSql, [
    subjectKind(event.type),
    event.subjectId,
    event.subjectVersion,
    event.id,
    event.type,
    event.source,
    at,
  ]);
  return noted?.is_outdated === false;
}

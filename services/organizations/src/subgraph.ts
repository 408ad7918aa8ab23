import { localDate } from '@onevisit/calendar';
import { runCommand, type Database, type Frame, type Publisher } from '@onevisit/data';
import type { Clock, Viewer } from '@onevisit/kernel';
import { readSchema } from '@onevisit/subgraph';
import type { ServiceOperation } from './app/operation.ts';
import { readers, repositories, type Repositories } from './data/index.ts';
import { loaders } from './data/loaders.ts';

const name = 'organizations';

export const typeDefs = readSchema(new URL('../schema/', import.meta.url));

type Ground = Readonly<{ database: Database; clock: Clock; publisher: Publisher }>;

/** The context of one operation: made anew each time, so that nothing is remembered from one viewer to the next. */
export function startOperation(ground: Ground, viewer: Viewer): ServiceOperation {
  const frame = frameOf(ground, viewer);
  const today = localDate(frame.now).toString();
  const read = readers(ground.database.reader);
  return {
    viewer,
    today,
    read,
    load: loaders(read, today),
    transaction: (attempt, work) => runCommand(frame, attempt, work),
  };
}

export const frameOf = ({ database, clock, publisher }: Ground, viewer: Viewer): Frame<Repositories> => ({
  source: name,
  database,
  repositories,
  publisher,
  viewer,
  now: clock.now(),
});

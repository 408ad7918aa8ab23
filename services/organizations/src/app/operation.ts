import type { Frame } from '@onevisit/data';
import type { Operation, Scope, Viewer } from '@onevisit/kernel';
import type { Readers, Repositories } from '../data/index.ts';
import type { Loaders } from '../data/loaders.ts';

/** What a command may touch while its transaction is open. */
export type ServiceTx = Scope & Repositories;

/** What a query may touch. */
export type ServiceRead = Readonly<{
  viewer: Viewer;
  /** Business time of the operation. */
  now: Date;
  /** Business day of the operation, YYYY-MM-DD in Shanghai. */
  today: string;
  /** For what a field of many parents needs: all parents in one statement. */
  load: Loaders;
  /** For the lists at the root. */
  read: Readers;
}>;

/** One GraphQL operation against this service. */
export type ServiceOperation = Operation<ServiceTx> & Omit<ServiceRead, 'viewer'>;

/** What an act that nobody asks for stands on: rows that fall due. */
export type AutomaticGround = Readonly<{
  read: Readers;
  /** The frame of a transaction of the system itself, at this business time. */
  frame: (now: Date) => Frame<Repositories>;
}>;

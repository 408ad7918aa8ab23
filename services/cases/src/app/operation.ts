import type { Frame } from '@onevisit/data';
import type { Operation, Scope, Viewer } from '@onevisit/kernel';
import type { Readers, Repositories } from '../data/index.ts';
import type { Loaders } from '../data/loaders.ts';
import type { Secrets } from './vault/secrets.ts';

/** What a transaction of this service has beside its scope. */
export type TxRepositories = Repositories & Readonly<{ secrets: Secrets }>;

/** What a command may touch while its transaction is open. */
export type ServiceTx = Scope & TxRepositories;

/** What automatic acts stand on. */
export type AutomaticGround = Readonly<{
  read: Readers;
  /** The frame of a transaction at that business time. */
  frame: (now: Date) => Frame<TxRepositories>;
}>;

/** What a query may touch. */
export type ServiceRead = Readonly<{
  viewer: Viewer;
  /** Business time of the operation. */
  now: Date;
  /** For what a field of many parents needs: all parents in one statement. */
  load: Loaders;
  /** For the lists at the root. */
  read: Readers;
}>;

/** What the city is loaded on. */
export type CityGround = Readonly<{
  /** The frame of a transaction in which that viewer acts at that business time. */
  frame: (viewer: Viewer, now: Date) => Frame<TxRepositories>;
  now: Date;
}>;

/** One GraphQL operation against this service. */
export type ServiceOperation = Operation<ServiceTx> & Omit<ServiceRead, 'viewer'> & Readonly<{ secrets: Secrets }>;

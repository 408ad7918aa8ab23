import { openDatabase, prepareDatabase, type Database, type Postgres } from '@onevisit/data';
import { messageFile, type InstallationKeys } from '@onevisit/home';
import type { Clock, Deliver } from '@onevisit/kernel';
import type { CityLoad, Subgraph, SubgraphDefinition, Surroundings } from '@onevisit/subgraph';

/** The secrets that a subgraph can have: those of its data, never those that tokens are signed with. */
export type ServiceKeys = Pick<InstallationKeys, 'capability' | 'receipt' | 'vault'>;

/** A service's definition, whatever of the keys it uses. */
export type ServiceDefinition = SubgraphDefinition<ServiceKeys>;

/** Creates the subgraph's database if it is missing and brings it up to date. */
export const prepareSubgraph = (definition: ServiceDefinition, postgres: Postgres): Promise<void> =>
  prepareDatabase(definition.database, postgres.urlOf, postgres.applicationRole);

/** What a subgraph lives in, in this process. */
export type Environment = Readonly<{
  /** The installation's folder. */
  home: string;
  /** Of its own database, as the application. */
  databaseUrl: string;
  clock: Clock;
  keys: InstallationKeys;
  deliver: Deliver;
  subscribersOf: (eventType: string) => readonly string[];
}>;

/** A subgraph that this process holds. */
export type MountedSubgraph = Readonly<{
  subgraph: Subgraph;
  /** Fills its database with its part of the city, unless that was done. */
  loadCity: (load: CityLoad) => Promise<void>;
  /** Whether its database answers. */
  isReady: () => Promise<boolean>;
  /** Lets what is under way end, then closes the database. */
  close: () => Promise<void>;
}>;

/** Brings a subgraph to life in this process; it hands nothing over and handles nothing due until it is started. */
export async function mountSubgraph(definition: ServiceDefinition, environment: Environment): Promise<MountedSubgraph> {
  const { home, databaseUrl, clock, deliver, subscribersOf, keys } = environment;
  const { capability, receipt, vault } = keys;
  const database = await openDatabase(definition.database, databaseUrl, { requestKey: keys.requests });
  const surroundings: Surroundings<ServiceKeys> = {
    database,
    clock,
    deliver,
    subscribersOf,
    notify: messageFile(home).notify,
    keys: { capability, receipt, vault },
  };
  const subgraph = definition.create(surroundings);
  return {
    subgraph,
    loadCity: (load) => definition.loadCity(surroundings, load),
    isReady: () => answers(database),
    close: async () => {
      await subgraph.stop();
      await database.close();
    },
  };
}

const patience = 1_000;

async function answers(database: Database): Promise<boolean> {
  const answer = database.source.query('select 1').then(
    () => true,
    () => false,
  );
  const silence = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([answer, silence]);
}

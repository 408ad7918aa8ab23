import type { Clock } from '@onevisit/kernel';
import type { CitySize } from '@onevisit/subgraph';
import { readCityRecord, writeCityRecord, type CityRecord } from './city-record.ts';
import type { Installation } from './installation.ts';
import type { MountedSubgraph } from './mount.ts';
import { settleAll, type Settle } from './settle.ts';

export type CityRequest = Readonly<{
  home: string;
  clock: Clock;
  size: CitySize;
  /** Tells a person how far which subgraph is. */
  progress: (subgraph: string, done: number, of: number) => void;
  /** Whether all subgraphs of the graph are here; what is elsewhere has to be loaded another time. */
  isWhole: boolean;
}>;

/**
 * Fills the databases with the fictional city, all subgraphs in this process: first those whose facts others keep
 * copies of, then, once the copies have arrived, the rest. Each is filled whole or not at all, so that a start after a
 * kill completes what is missing. All must have been started: the copies travel as events.
 */
export async function loadCity(
  mounted: readonly MountedSubgraph[],
  settle: Settle,
  { home, clock, size, progress, isWhole }: CityRequest,
): Promise<void> {
  const record = readCityRecord(home) ?? begunNow(home, clock, size);
  for (const phase of phasesOf(mounted)) {
    for (const { subgraph, loadCity: load } of phase) {
      await load({ ...record, progress: (done, of) => progress(subgraph.name, done, of) });
    }
    await settleAll([settle]);
  }
  if (isWhole) writeCityRecord(home, { ...record, isLoaded: true });
}

type Asked = Pick<Installation, 'home'> & Readonly<{ postgres: Pick<Installation['postgres'], 'isForeign'> }>;

/** Whether there is nothing left to do. What becomes of somebody else's databases is not known here: ask them again. */
export const isCityLoaded = ({ home, postgres }: Asked): boolean =>
  !postgres.isForeign && readCityRecord(home)?.isLoaded === true;

function begunNow(home: string, clock: Clock, size: CitySize): CityRecord {
  const record = { size, anchor: dayInShanghai(clock.now()), isLoaded: false };
  writeCityRecord(home, record);
  return record;
}

const dayInShanghai = (time: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

/** Organizations before staff, who belong to them; both before all that happens in them. */
const first: readonly string[] = ['organizations', 'staff-care'];

function phasesOf(mounted: readonly MountedSubgraph[]): readonly (readonly MountedSubgraph[])[] {
  const base = first.flatMap((name) => mounted.filter(({ subgraph }) => subgraph.name === name));
  return [base, mounted.filter((one) => !base.includes(one))];
}

import { ensurePostgres, type Postgres } from '@onevisit/data';
import { homeFolder, installationKeys, openClock, type InstallationKeys, type MovableClock } from '@onevisit/home';

/** What all processes of one installation share: its folder, keys and clock, and the server that its databases are on. */
export type Installation = Readonly<{
  home: string;
  keys: InstallationKeys;
  postgres: Postgres;
  clock: MovableClock;
  /** Leaves the server; who started it stops it. */
  close: () => Promise<void>;
}>;

export type InstallationRequest = Readonly<{ home?: string; log?: (line: string) => void }>;

/** Brings the installation up as far as its databases' server: the one of DATABASE_URL, else one of its own. */
export async function prepareInstallation({
  home = homeFolder(),
  log,
}: InstallationRequest = {}): Promise<Installation> {
  const postgres = await ensurePostgres({ home, name: 'dev', ...(log && { log }) });
  const clock = openClock(home, { isMovable: !postgres.isForeign });
  const close = async () => {
    clock.close();
    await postgres.stop();
  };
  return { home, keys: installationKeys(home), postgres, clock, close };
}

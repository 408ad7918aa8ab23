import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@onevisit/kernel';
import { ClockError, laterBy } from './duration.ts';
import { withFileLockSync } from './file-lock.ts';
import { readJson, writePrivateFile } from './private-file.ts';

/** Business time that a person can move ahead, for every process of the installation at once. */
export type MovableClock = Clock &
  Readonly<{
    /** Moves the clock by an ISO 8601 duration (`P60D`, `PT3H`); answers the new time. */
    advance: (duration: string) => Date;
    /** How far it is ahead of the real clock. */
    offsetMs: () => number;
    close: () => void;
  }>;

type ClockFile = Readonly<{ offsetMs: number }>;

// Beneath the notice of the operating system, which network disks and full watch tables do not give.
const pollEveryMs = 1_000;

/** `isMovable` is false where the database is not ours alone: its times are real, and so is the clock. */
export function openClock(home: string, { isMovable }: Readonly<{ isMovable: boolean }>): MovableClock {
  return isMovable ? movableClock(home) : realClock();
}

function movableClock(home: string): MovableClock {
  const file = join(home, 'clock.json');
  const listeners = new Set<() => void>();
  let offset = offsetIn(file);
  let latest = 0;

  const now = (): number => {
    latest = Math.max(latest, Date.now() + offset);
    return latest;
  };
  const look = (): void => {
    const found = offsetIn(file);
    if (!(found > offset)) return;
    offset = found;
    for (const tell of listeners) tell();
  };
  const endWatching = watched(home, look);

  return {
    now: () => new Date(now()),
    offsetMs: () => offset,
    onMove: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    advance: (duration) => {
      withFileLockSync(`${file}.lock`, () => {
        const before = Date.now() + offsetIn(file);
        const by = laterBy(before, duration) - before;
        writePrivateFile(file, JSON.stringify({ offsetMs: offsetIn(file) + by } satisfies ClockFile));
      });
      look();
      return new Date(now());
    },
    close: () => {
      endWatching();
      listeners.clear();
    },
  };
}

function realClock(): MovableClock {
  return {
    now: () => new Date(),
    offsetMs: () => 0,
    onMove: () => () => undefined,
    advance: () => {
      throw new ClockError('数据库不属于本安装，时钟不能拨动。 The database is not ours alone: its clock stays real.');
    },
    close: () => undefined,
  };
}

const offsetIn = (file: string): number => (readJson(file) as ClockFile | null)?.offsetMs ?? 0;

/** Looks whenever something in the folder changes, and now and then all the same. Keeps no process alive. */
function watched(folder: string, look: () => void): () => void {
  const poll = setInterval(look, pollEveryMs).unref();
  const watcher = watcherOf(folder, look);
  return () => {
    clearInterval(poll);
    watcher?.close();
  };
}

function watcherOf(folder: string, look: () => void): ReturnType<typeof watch> | null {
  try {
    return watch(folder, { persistent: false }, look).on('error', () => undefined);
  } catch {
    return null;
  }
}

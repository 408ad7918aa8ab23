/** What has to be done, the last first, before the benchmark ends. */
export type Undo = (() => Promise<void>)[];

/** Runs work and undoes what it began, whatever way it ends. */
export async function undone<Value>(work: (undo: Undo) => Promise<Value>): Promise<Value> {
  const undo: Undo = [];
  const interrupted = (): void => void endAll(undo).then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(undo);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await endAll(undo);
  }
}

async function endAll(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).toReversed()) await step();
}

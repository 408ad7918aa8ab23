import { organizationLoaders } from './organization.loaders.ts';
import { areaLoaders } from './area.loaders.ts';
import type { Readers } from './index.ts';

export type Loaders = ReturnType<typeof loaders>;

/** One set per operation: batches its reads and remembers what it has read. `today` is the day that lists are in force on. */
export const loaders = (read: Readers, today: string) => ({
  ...areaLoaders(read),
  ...organizationLoaders(read, today),
});

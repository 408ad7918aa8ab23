import { evaluationLoaders } from './evaluation.loaders.ts';
import { innovationProjectLoaders } from './innovation-project.loaders.ts';
import type { Readers } from './index.ts';
import { practiceLoaders } from './practice.loaders.ts';

export type Loaders = ReturnType<typeof loaders>;

/** One set per operation: batches its reads and remembers what it has read. */
export const loaders = (read: Readers) => ({
  ...innovationProjectLoaders(read),
  ...evaluationLoaders(read),
  ...practiceLoaders(read),
});

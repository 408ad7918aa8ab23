import { cpus, release, totalmem } from 'node:os';

/** What a figure was measured on. Names no host. */
export type Machine = Readonly<{ processor: string; cores: number; memoryGb: number; kernel: string; node: string }>;

export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1_073_741_824),
  kernel: `Linux ${release().replace(/-.*$/, '')}`,
  node: process.versions.node,
});

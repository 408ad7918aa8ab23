import { thisMachine, type Machine } from '../machine/machine.ts';
import type { Samples } from '../measure/rounds.ts';
import type { Sample } from '../measure/sample.ts';
import type { Statements } from '../measure/statements.ts';
import { operationNames, type OperationName } from '../operations/documents.ts';
import type { Settings } from '../settings.ts';
import { isPeer } from '../variants/peers.ts';
import type { Variant, VariantName } from '../variants/variant.ts';
import { median, spreadOf, type Spread } from './median.ts';

/** What one variant took for one operation: medians of all rounds, times of processors per request. */
export type Result = Sample &
  Readonly<{ variant: VariantName; operation: OperationName; startMs: number; sqlStatements: number }>;

/** How many times as much as the graph in one process: paired within each round, then the median. */
export type Ratio = Readonly<{
  variant: VariantName;
  operation: OperationName;
  /** Processes alone. */
  cpu: Spread;
  /** PostgreSQL included. */
  total: Spread;
}>;

/** What `packages/bench/results.json` holds. */
export type Results = Readonly<{
  date: string;
  machine: Machine;
  city: string;
  rounds: number;
  requestsPerRound: Readonly<Record<OperationName, number>>;
  connections: number;
  peers: readonly VariantName[];
  versions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  results: readonly Result[];
  ratios: readonly Ratio[];
}>;

export type Measured = Readonly<{
  settings: Settings;
  variants: readonly Variant[];
  samples: Samples;
  statements: Statements;
}>;

export function resultsOf({ settings, variants, samples, statements }: Measured): Results {
  const { city, rounds, counts, connections } = settings;
  const pairs = variants.flatMap((variant) => operationNames.map((operation) => ({ variant, operation })));
  const taken = (name: VariantName, operation: OperationName): readonly Sample[] =>
    samples.get(name)?.get(operation) ?? [];
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: thisMachine(),
    city,
    rounds,
    requestsPerRound: counts,
    connections,
    peers: variants.map(({ name }) => name).filter(isPeer),
    versions: Object.fromEntries(variants.map(({ name, versions }) => [name, versions])),
    results: pairs.map(({ variant, operation }) => ({
      variant: variant.name,
      operation,
      ...medians(taken(variant.name, operation)),
      startMs: Math.round(variant.startMs),
      sqlStatements: statements.get(variant.name)?.[operation] ?? 0,
    })),
    ratios: pairs.map(({ variant, operation }) => ({
      variant: variant.name,
      operation,
      ...ratiosOf(taken(variant.name, operation), taken('all-in-one', operation)),
    })),
  };
}

function medians(samples: readonly Sample[]): Sample {
  const of = (value: (sample: Sample) => number, digits: number): number =>
    Number(median(samples.map(value)).toFixed(digits));
  return {
    cpuMs: of(({ cpuMs }) => cpuMs, 3),
    postgresCpuMs: of(({ postgresCpuMs }) => postgresCpuMs, 3),
    requestsPerSecond: of(({ requestsPerSecond }) => requestsPerSecond, 0),
    p50Ms: of(({ p50Ms }) => p50Ms, 1),
    p99Ms: of(({ p99Ms }) => p99Ms, 1),
    rssMb: of(({ rssMb }) => rssMb, 0),
  };
}

function ratiosOf(samples: readonly Sample[], references: readonly Sample[]): Readonly<{ cpu: Spread; total: Spread }> {
  const paired = (value: (sample: Sample) => number): Spread =>
    spreadOf(
      samples.flatMap((sample, round) => {
        const reference = references[round];
        return reference ? [value(sample) / value(reference)] : [];
      }),
    );
  return { cpu: paired(({ cpuMs }) => cpuMs), total: paired((sample) => sample.cpuMs + sample.postgresCpuMs) };
}

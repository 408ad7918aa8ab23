import { parseArgs } from 'node:util';
import type { CitySize } from './installation/installations.ts';
import { operationNames, type OperationName } from './operations/documents.ts';
import { variantNames, type VariantName } from './variants/variant.ts';

/** What `npm run bench` was told. */
export type Settings = Readonly<{
  city: CitySize;
  rounds: number;
  /** Requests of one round, by operation. */
  counts: Readonly<Record<OperationName, number>>;
  connections: number;
  /** Null: all. */
  only: readonly VariantName[] | null;
  /** Writes the results into the repository. */
  isKept: boolean;
}>;

const usage =
  'npm run bench -- [attacks | scale] [--rounds N] [--share SHARE] [--city S|M|L] [--connections N] [--only VARIANT,...] [--dry]';

const wholeCounts: Readonly<Record<OperationName, number>> = { list: 800, overview: 800, entity: 3_000, mutation: 800 };

export function settingsOf(given: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...given],
    options: {
      rounds: { type: 'string', default: '5' },
      share: { type: 'string', default: '1' },
      city: { type: 'string', default: 'S' },
      connections: { type: 'string', default: '16' },
      only: { type: 'string' },
      dry: { type: 'boolean', default: false },
    },
  });
  const share = positive(values.share);
  return {
    city: sizeOf(values.city),
    rounds: Math.round(positive(values.rounds)),
    counts: countsOf(share),
    connections: Math.round(positive(values.connections)),
    only: values.only === undefined ? null : values.only.split(',').map(variantOf),
    isKept: !values.dry,
  };
}

const countsOf = (share: number) =>
  Object.fromEntries(
    operationNames.map((name) => [name, Math.max(16, Math.round(wholeCounts[name] * share))]),
  ) as Readonly<Record<OperationName, number>>;

function sizeOf(text: string): CitySize {
  if (text === 'S' || text === 'M' || text === 'L') return text;
  throw new Error(`--city is S, M or L, not ${text}\n${usage}`);
}

function variantOf(text: string): VariantName {
  const name = variantNames.find((known) => known === text);
  if (name) return name;
  throw new Error(`--only knows ${variantNames.join(', ')}, not ${text}\n${usage}`);
}

function positive(text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`${text} is no number above 0\n${usage}`);
}

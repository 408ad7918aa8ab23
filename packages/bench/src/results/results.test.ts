import { describe, expect, it } from '@jest/globals';
import type { Sample } from '../measure/sample.ts';
import { operationNames } from '../operations/documents.ts';
import type { Cluster } from '../installation/cluster.ts';
import type { Variant, VariantName } from '../variants/variant.ts';
import { chart } from './chart.ts';
import { median } from './median.ts';
import { report } from './report.ts';
import { resultsOf } from './results.ts';
import { shortTable } from './table.ts';
import { withTable } from './write-results.ts';

const aSample = (cpuMs: number, postgresCpuMs = 1): Sample => ({
  cpuMs,
  postgresCpuMs,
  requestsPerSecond: 100,
  p50Ms: 2,
  p99Ms: 9,
  rssMb: 150,
});

const aVariant = (name: VariantName): Variant => ({
  name,
  port: 1,
  path: '/',
  headersOf: () => ({}),
  processes: () => [],
  cluster: {} as Cluster,
  startMs: 1_234.5,
  versions: { node: '26.10.0' },
  stop: async () => undefined,
});

function measured(own: readonly number[], others: readonly number[]) {
  const of = (values: readonly number[]) =>
    new Map(operationNames.map((name) => [name, values.map((value) => aSample(value))] as const));
  return resultsOf({
    settings: {
      city: 'S',
      rounds: own.length,
      counts: { list: 1, overview: 1, entity: 1, mutation: 1 },
      connections: 16,
      only: null,
      isKept: false,
    },
    variants: [aVariant('all-in-one'), aVariant('mercurius')],
    samples: new Map([
      ['all-in-one', of(own)],
      ['mercurius', of(others)],
    ]),
    statements: new Map([['all-in-one', { list: 5, overview: 11, entity: 3, mutation: 12 }]]),
  });
}

describe('results', () => {
  it('are medians of the rounds, and ratios within each round', () => {
    const { results, ratios, peers } = measured([1, 2, 4], [3, 10, 8]);
    expect(peers).toEqual(['mercurius']);
    expect(results[0]).toEqual({
      variant: 'all-in-one',
      operation: 'list',
      ...aSample(2),
      startMs: 1_235,
      sqlStatements: 5,
    });
    expect(ratios.find(({ variant, operation }) => variant === 'mercurius' && operation === 'list')).toEqual({
      variant: 'mercurius',
      operation: 'list',
      cpu: { median: 3, least: 2, most: 5 },
      total: { median: 2, least: 1.8, most: 3.67 },
    });
  });

  it('make a table, a report and a chart that name every variant', () => {
    const results = measured([1], [3]);
    expect(shortTable(results).split('\n')).toHaveLength(4);
    expect(shortTable(results)).toContain('| Mercurius gateway | 3 (×3) | 3 (×3) | 3 (×3) | 3 (×3) | 150 | 1235 |');
    expect(report(results)).toContain('- mercurius: node 26.10.0');
    expect(chart(results)).toContain('Mercurius gateway');
  });
});

describe('median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe('a page with a place for the table', () => {
  it('gets it there, as often as one likes', () => {
    const page = '# A\n\n<!-- bench -->old<!-- /bench -->\n\nend $1';
    const once = withTable(page, '| $& |');
    expect(once).toBe('# A\n\n<!-- bench -->\n\n| $& |\n\n<!-- /bench -->\n\nend $1');
    expect(withTable(once, '| $& |')).toBe(once);
  });

  it('stays as it is without one', () => {
    expect(withTable('# A', '| a |')).toBe('# A');
  });
});

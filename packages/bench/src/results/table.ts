import { operationNames, type OperationName } from '../operations/documents.ts';
import type { VariantName } from '../variants/variant.ts';
import type { Result, Results } from './results.ts';
import { operationTitles, variantTitles } from './titles.ts';

/** The short table: processor time of each operation, and how many times that of our one process. */
export function shortTable(results: Results): string {
  const head = ['CPU ms per request', ...operationNames.map((name) => operationTitles[name]), 'Memory MB', 'Start ms'];
  const rows = variantsOf(results).map((variant) => [
    variantTitles[variant],
    ...operationNames.map((operation) => cpuCell(results, variant, operation)),
    cell(resultOf(results, variant, 'list')?.rssMb),
    cell(resultOf(results, variant, 'list')?.startMs),
  ]);
  return markdown(head, rows);
}

/** All that was measured, operation by operation. */
export const longTables = (results: Results): string =>
  operationNames
    .map((operation) => `### ${operationTitles[operation]}\n\n${operationTable(results, operation)}`)
    .join('\n\n');

function operationTable(results: Results, operation: OperationName): string {
  const head = [
    'Variant',
    'CPU ms',
    'PostgreSQL CPU ms',
    'CPU × one process (spread)',
    'with PostgreSQL',
    'Requests/s',
    'p50 ms',
    'p99 ms',
    'SQL statements',
  ];
  const rows = variantsOf(results).map((variant) => {
    const result = resultOf(results, variant, operation);
    const ratio = ratioOf(results, variant, operation);
    return [
      variantTitles[variant],
      cell(result?.cpuMs),
      cell(result?.postgresCpuMs),
      ratio ? `${ratio.cpu.median} (${ratio.cpu.least}–${ratio.cpu.most})` : '',
      cell(ratio?.total.median),
      cell(result?.requestsPerSecond),
      cell(result?.p50Ms),
      cell(result?.p99Ms),
      cell(result?.sqlStatements),
    ];
  });
  return markdown(head, rows);
}

/** How much of the distance to stock Apollo each step is: the three factors multiply to the whole. */
export function originTable(results: Results): string {
  const share = (operation: OperationName, above: VariantName, below: VariantName): string => {
    const upper = ratioOf(results, above, operation)?.cpu.median;
    const lower = ratioOf(results, below, operation)?.cpu.median;
    return upper === undefined || lower === undefined ? '' : `×${(upper / lower).toFixed(2)}`;
  };
  const steps = [
    ['Subgraphs: stock Apollo over its own, and over ours', 'stock-apollo', 'apollo-gateway'],
    ["Gateway: Apollo's over our subgraphs, and ours", 'apollo-gateway', 'split'],
    ['Topology: ours in five processes, and in one', 'split', 'all-in-one'],
    ['All three', 'stock-apollo', 'all-in-one'],
  ] as const;
  const rows = steps.map(([what, above, below]) => [what, ...operationNames.map((name) => share(name, above, below))]);
  return markdown(['CPU, times as much', ...operationNames.map((name) => operationTitles[name])], rows);
}

export const variantsOf = ({ results }: Results): readonly VariantName[] => [
  ...new Set(results.map(({ variant }) => variant)),
];

export const resultOf = ({ results }: Results, variant: VariantName, operation: OperationName): Result | undefined =>
  results.find((result) => result.variant === variant && result.operation === operation);

const ratioOf = ({ ratios }: Results, variant: VariantName, operation: OperationName) =>
  ratios.find((ratio) => ratio.variant === variant && ratio.operation === operation);

function cpuCell(results: Results, variant: VariantName, operation: OperationName): string {
  const ratio = ratioOf(results, variant, operation);
  return `${cell(resultOf(results, variant, operation)?.cpuMs)} (×${cell(ratio?.cpu.median)})`;
}

const cell = (value: number | undefined): string => (value === undefined ? '' : String(value));

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

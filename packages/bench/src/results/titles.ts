import type { OperationName } from '../operations/documents.ts';
import type { VariantName } from '../variants/variant.ts';

/** What a reader calls each variant. */
export const variantTitles: Readonly<Record<VariantName, string>> = {
  'all-in-one': 'OneVisit, one process',
  split: 'OneVisit, split',
  'stock-apollo': 'Stock Apollo + TypeORM',
  'apollo-gateway': 'Apollo gateway, our subgraphs',
  'hive-gateway': 'Hive Gateway (Rust planner)',
  mercurius: 'Mercurius gateway',
  grafbase: 'Grafbase (native, from npm)',
  'hand-written-sql': 'Hand-written SQL server',
};

export const operationTitles: Readonly<Record<OperationName, string>> = {
  list: '20 cases with parents and children',
  overview: "Director's overview, all four subgraphs",
  entity: 'One case',
  mutation: 'File a care request',
};

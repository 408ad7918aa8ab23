import { randomUUID } from 'node:crypto';
import { listCallers, overviewCallers, type Caller } from '../callers/callers.ts';
import { documents, type OperationName } from './documents.ts';

/** An operation with the caller and the variables of one request. */
export type Question = Readonly<{ operation: OperationName; caller: Caller; variables: () => object }>;

/** Requests of each operation, every one by another caller or with other variables than its neighbours. */
export type Questions = Readonly<Record<OperationName, readonly Question[]>>;

const statuses = [null, 'REFERRED', 'ADMITTED', 'IN_HANDLING', 'DELIVERED', 'EXECUTING', 'CONCLUDED'] as const;
const kinds = ['WORKLOAD', 'TRAINING', 'FACILITY', 'HOUSING_COMMUTE'] as const;

/** Every list of cases that a caller may look through. */
export const possibleLists: readonly Question[] = statuses.flatMap((status) =>
  listCallers.map((caller) => ({
    operation: 'list',
    caller,
    variables: () => ({ filter: status && { status } }),
  })),
);

export const overviews: readonly Question[] = overviewCallers.map((caller) => ({
  operation: 'overview',
  caller,
  variables: () => ({ area: '990100' }),
}));

export const oneCase = (caller: Caller, caseId: string): Question => ({
  operation: 'entity',
  caller,
  variables: () => ({ id: caseId }),
});

export const mutations: readonly Question[] = kinds.flatMap((kind) =>
  listCallers.map((caller) => ({
    operation: 'mutation',
    caller,
    variables: () => ({ input: { kind, text: '近期值班较多，申请调整排班。', idempotencyKey: randomUUID() } }),
  })),
);

export const documentOf = ({ operation }: Question): string => documents[operation];

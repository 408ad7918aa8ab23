import { randomUUID } from 'node:crypto';
import { listCallers, overviewCallers, type Caller } from '../callers/callers.ts';
import { documents, type OperationName } from './documents.ts';

/** An operation with the caller and the variables of one request. */
export type Question = Readonly<{
  operation: OperationName;
  caller: Caller;
  /** How many questions of this operation the same caller has asked before. */
  turn: number;
  variables: () => object;
}>;

/** Requests of each operation, every one by another caller or with other variables than its neighbours. */
export type Questions = Readonly<Record<OperationName, readonly Question[]>>;

const statuses = [null, 'REFERRED', 'ADMITTED', 'IN_HANDLING', 'DELIVERED', 'EXECUTING', 'CONCLUDED'] as const;
const kinds = ['WORKLOAD', 'TRAINING', 'FACILITY', 'HOUSING_COMMUTE'] as const;

/** Every list of cases that a caller may look through. */
export const possibleLists: readonly Question[] = statuses.flatMap((status, turn) =>
  listCallers.map((caller) => ({
    operation: 'list',
    caller,
    turn,
    variables: () => ({ filter: status && { status } }),
  })),
);

const overviewTurns = 8;

export const overviews: readonly Question[] = Array.from({ length: overviewTurns }, (_, turn) =>
  overviewCallers.map((caller): Question => ({
    operation: 'overview',
    caller,
    turn,
    variables: () => ({ area: '990100' }),
  })),
).flat();

export const oneCase = (caller: Caller, turn: number, caseId: string): Question => ({
  operation: 'entity',
  caller,
  turn,
  variables: () => ({ id: caseId }),
});

export const mutations: readonly Question[] = kinds.flatMap((kind, turn) =>
  listCallers.map((caller) => ({
    operation: 'mutation',
    caller,
    turn,
    variables: () => ({ input: { kind, text: '近期值班较多，申请调整排班。', idempotencyKey: randomUUID() } }),
  })),
);

export const documentOf = ({ operation }: Question): string => documents[operation];

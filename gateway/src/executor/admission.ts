import type { GraphQLError } from 'graphql';
import type { OperationFacts } from './operation-facts.ts';

/**
 * Why a caller may not run an operation; nothing where it may. Decided on the operation alone, before any planner sees
 * it: what is refused, or cannot be decided, is neither planned nor sent.
 */
export type Admit<Context> = (facts: OperationFacts, context: Context) => readonly GraphQLError[];

export const admitAll: Admit<unknown> = () => [];

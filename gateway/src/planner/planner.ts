import type { QueryPlanner } from '@apollo/query-planner';
import type { Plan } from './plan.ts';
import type { PlannedOperation } from './planned-operation.ts';

/** Turns operations into plans for one supergraph. Introspection and access are decided before: it sees no viewer and no data. */
export type Planner = Readonly<{
  name: PlannerName;
  plan: (operation: PlannedOperation) => Promise<PlannedBy>;
}>;

/** A plan, and who made it: a planner that cannot plan an operation lets another do it. */
export type PlannedBy = Readonly<{ plan: Plan; planner: PlannerName }>;

/** Makes the planner of one supergraph; throws at a supergraph that it cannot plan for. */
export type CreatePlanner = (supergraphSdl: string, loaded?: LoadedPlanner) => Planner;

/** The planner that Apollo's gateway has made of the same supergraph, so that nobody makes another; null before that. */
export type LoadedPlanner = () => QueryPlanner | null;

export const plannerNames = ['apollo', 'hive'] as const;

/** `apollo` is `@apollo/query-planner`; `hive` is the native planner of the Hive router. */
export type PlannerName = (typeof plannerNames)[number];

export const isPlannerName = (name: string): name is PlannerName => plannerNames.some((known) => known === name);

/** The plan holds something that our executor does not know; Apollo's executor takes the operation over. */
export class UnknownInPlanError extends Error {
  override readonly name = 'UnknownInPlanError';
}

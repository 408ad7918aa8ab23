import type { PlannerName } from '../planner/planner.ts';
import type { HandOverReason } from './handed-over.ts';

/** How an operation ran: compiled, by Apollo's executor and why, or not at all. */
export type Outcome = 'COMPILED' | 'NOT_PLANNED' | HandOverReason;

export type Planned = Readonly<{ planner: PlannerName; milliseconds: number; fetches: number }>;

/** What an executor tells of its work, for metrics and for whoever masks. */
export type ExecutorEvents<Context> = Readonly<{
  /** Each operation that was admitted. */
  ran?: (outcome: Outcome) => void;
  /** Each operation once, until it falls out of the cache. */
  planned?: (planned: Planned) => void;
  /** A subgraph had nothing to say of an entity: it knows none, or does not show it. */
  entityHidden?: (context: Context) => void;
  /** A run has ended: what its context holds on to may go. */
  ended?: (context: Context) => void;
}>;

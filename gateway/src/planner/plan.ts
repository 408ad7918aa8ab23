import type { DocumentNode } from 'graphql';

/** Which subgraphs to ask, for what, in which order. One language for all planners; null where nothing is to be asked. */
export type Plan = Readonly<{ node: PlanNode | null }>;

export type PlanNode = SequenceNode | ParallelNode | StepsNode | FlattenNode | ConditionNode | FetchNode;

/** One after the other. */
export type SequenceNode = Readonly<{ kind: 'SEQUENCE'; nodes: readonly PlanNode[] }>;

/** All at once. */
export type ParallelNode = Readonly<{ kind: 'PARALLEL'; nodes: readonly PlanNode[] }>;

/** Each as soon as those are done that it waits for; a whole plan, or none of it. */
export type StepsNode = Readonly<{ kind: 'STEPS'; steps: readonly PlanStep[] }>;

/** `after` tells by position which steps further up this one waits for. */
export type PlanStep = Readonly<{ node: PlanNode; after: readonly number[] }>;

/** Moves to the objects that the path leads to; the node below works on each of them. */
export type FlattenNode = Readonly<{ kind: 'FLATTEN'; path: readonly PathStep[]; node: PlanNode }>;

/** Picks a branch by a Boolean variable of the operation. */
export type ConditionNode = Readonly<{
  kind: 'CONDITION';
  variable: string;
  whenTrue: PlanNode | null;
  whenFalse: PlanNode | null;
}>;

/** One request to one subgraph. */
export type FetchNode = Readonly<{
  kind: 'FETCH';
  service: string;
  operationKind: OperationKind;
  operationName: string | null;
  text: string;
  document: DocumentNode;
  /** Variables of the client's operation that are passed on. */
  variables: readonly string[];
  /** What is asked of entities; null where root fields are asked for. */
  entities: readonly EntitySlot[] | null;
  /** Changes to the answer of a fetch of root fields. */
  outputRewrites: readonly Rewrite[];
}>;

export type OperationKind = 'query' | 'mutation';

/** One `_entities` field of a request: whose representations go in, and how they are made. */
export type EntitySlot = Readonly<{
  /** The key of the answer: `_entities`, or an alias of it. */
  answer: string;
  /** The variable that carries the representations. */
  variable: string;
  /** Where the entities are, from where the fetch stands. */
  paths: readonly (readonly PathStep[])[];
  requires: readonly Required[];
  inputRewrites: readonly Rewrite[];
  outputRewrites: readonly Rewrite[];
}>;

/** A field, each element of a list, or objects of these types alone. */
export type PathStep =
  | Readonly<{ kind: 'FIELD'; name: string }>
  | Readonly<{ kind: 'EACH' }>
  | Readonly<{ kind: 'OF_TYPE'; names: readonly string[] }>;

/** A part of a representation. */
export type Required = RequiredField | RequiredFragment;

export type RequiredField = Readonly<{
  kind: 'FIELD';
  /** Its key in what has been fetched so far. */
  name: string;
  /** Its key in the representation. */
  sentAs: string;
  selections: readonly Required[] | null;
}>;

export type RequiredFragment = Readonly<{
  kind: 'FRAGMENT';
  onType: string;
  selections: readonly Required[];
  /** Names of Boolean variables; null where there is no such condition. */
  skipIf: string | null;
  includeIf: string | null;
}>;

/** A change to a representation before it is sent, or to an answer before it is merged. Lists on its way are entered. */
export type Rewrite =
  | Readonly<{ kind: 'SET'; path: readonly RewriteStep[]; key: string; value: unknown }>
  | Readonly<{ kind: 'RENAME'; path: readonly RewriteStep[]; key: string; to: string }>;

export type RewriteStep = Exclude<PathStep, { kind: 'EACH' }>;

/** The nodes right below one. */
export function partsOf(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'FETCH') return [];
  if (node.kind === 'FLATTEN') return [node.node];
  if (node.kind === 'STEPS') return node.steps.map((step) => step.node);
  if (node.kind === 'CONDITION') return [node.whenTrue, node.whenFalse].filter((branch) => branch !== null);
  return node.nodes;
}

/** How many requests a plan makes at most. */
export const countFetches = (node: PlanNode | null): number => (node ? fetchesOf(node).length : 0);

const fetchesOf = (node: PlanNode): readonly FetchNode[] =>
  node.kind === 'FETCH' ? [node] : partsOf(node).flatMap(fetchesOf);

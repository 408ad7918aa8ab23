import type {
  FetchDataRewrite,
  FetchNode as ApolloFetchNode,
  PlanNode as ApolloPlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { OperationTypeNode, parse } from 'graphql';
import type { EntitySlot, FetchNode, PathStep, Plan, PlanNode, Required, Rewrite, RewriteStep } from './plan.ts';
import { UnknownInPlanError } from './planner.ts';

/** A plan of Apollo's planner in our language. */
export function fromApolloPlan({ node }: QueryPlan): Plan {
  if (!node) return { node: null };
  if (node.kind === 'Subscription') throw new UnknownInPlanError(node.kind);
  return { node: fromNode(node) };
}

function fromNode(node: ApolloPlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return fromFetch(node);
    case 'Flatten':
      return { kind: 'FLATTEN', path: node.path.map(fromPathPart), node: fromNode(node.node) };
    case 'Sequence':
      return { kind: 'SEQUENCE', nodes: node.nodes.map(fromNode) };
    case 'Parallel':
      return { kind: 'PARALLEL', nodes: node.nodes.map(fromNode) };
    case 'Condition':
      return {
        kind: 'CONDITION',
        variable: node.condition,
        whenTrue: node.ifClause ? fromNode(node.ifClause) : null,
        whenFalse: node.elseClause ? fromNode(node.elseClause) : null,
      };
    case 'Defer':
    default:
      throw new UnknownInPlanError(node.kind);
  }
}

function fromFetch(fetch: ApolloFetchNode): FetchNode {
  const { operationKind, contextRewrites, outputRewrites = [] } = fetch;
  if (operationKind === OperationTypeNode.SUBSCRIPTION || contextRewrites?.length)
    throw new UnknownInPlanError('Fetch');
  const rewrites = outputRewrites.map(fromRewrite);
  return {
    kind: 'FETCH',
    service: fetch.serviceName,
    operationKind,
    operationName: fetch.operationName ?? null,
    text: fetch.operation,
    document: parse(fetch.operation, { noLocation: true }),
    variables: fetch.variableUsages ?? [],
    entities: fetch.requires ? [entitySlot(fetch, fetch.requires, rewrites)] : null,
    outputRewrites: fetch.requires ? [] : rewrites,
  };
}

const entitySlot = (
  { inputRewrites = [] }: ApolloFetchNode,
  requires: readonly QueryPlanSelectionNode[],
  outputRewrites: readonly Rewrite[],
): EntitySlot => ({
  answer: '_entities',
  variable: 'representations',
  paths: [[]],
  requires: requires.flatMap(fromSelection),
  inputRewrites: inputRewrites.map(fromRewrite),
  outputRewrites,
});

const fromPathPart = (part: string | number): PathStep =>
  part === '@' ? { kind: 'EACH' } : { kind: 'FIELD', name: String(part) };

function fromSelection(selection: QueryPlanSelectionNode): readonly Required[] {
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name;
    const selections = selection.selections?.flatMap(fromSelection) ?? null;
    return [{ kind: 'FIELD', name, sentAs: name, selections }];
  }
  if (selection.typeCondition === undefined) return [];
  const selections = selection.selections.flatMap(fromSelection);
  return [{ kind: 'FRAGMENT', onType: selection.typeCondition, selections, skipIf: null, includeIf: null }];
}

function fromRewrite(rewrite: FetchDataRewrite): Rewrite {
  const path = rewrite.path.slice(0, -1).map(fromRewritePart);
  const key = rewrite.path.at(-1);
  if (key === undefined) throw new UnknownInPlanError('rewrite');
  return rewrite.kind === 'ValueSetter'
    ? { kind: 'SET', path, key, value: rewrite.setValueTo as unknown }
    : { kind: 'RENAME', path, key, to: rewrite.renameKeyTo };
}

const onType = '... on ';

const fromRewritePart = (part: string): RewriteStep =>
  part.startsWith(onType) ? { kind: 'OF_TYPE', names: [part.slice(onType.length)] } : { kind: 'FIELD', name: part };

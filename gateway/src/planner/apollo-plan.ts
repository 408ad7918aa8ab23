import type {
  FetchDataRewrite,
  FetchNode as ApolloFetchNode,
  PlanNode as ApolloPlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { OperationTypeNode, parse, print } from 'graphql';
import { fetchedApart } from './fetch-apart.ts';
import { withRealFields, type FixedFields } from './fixed-fields.ts';
import type { EntitySlot, FetchNode, PathStep, Plan, PlanNode, Required, Rewrite, RewriteStep } from './plan.ts';
import { UnknownInPlanError } from './planner.ts';

/** A plan of Apollo's planner in our language. */
export function fromApolloPlan({ node }: QueryPlan, fixedFields: FixedFields): Plan {
  if (!node) return { node: null };
  if (node.kind === 'Subscription') throw new UnknownInPlanError(node.kind);
  return { node: fromNode(node, fixedFields) };
}

function fromNode(node: ApolloPlanNode, fixed: FixedFields): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return fromFetch(node, fixed);
    case 'Flatten':
      return { kind: 'FLATTEN', path: node.path.map(fromPathPart), node: fromNode(node.node, fixed) };
    case 'Sequence':
      return { kind: 'SEQUENCE', nodes: node.nodes.map((each) => fromNode(each, fixed)) };
    case 'Parallel':
      return { kind: 'PARALLEL', nodes: node.nodes.map((each) => fromNode(each, fixed)) };
    case 'Condition':
      return {
        kind: 'CONDITION',
        variable: node.condition,
        whenTrue: node.ifClause ? fromNode(node.ifClause, fixed) : null,
        whenFalse: node.elseClause ? fromNode(node.elseClause, fixed) : null,
      };
    case 'Defer':
    default:
      throw new UnknownInPlanError(node.kind);
  }
}

function fromFetch(fetch: ApolloFetchNode, fixed: FixedFields): PlanNode {
  const { operationKind, contextRewrites, outputRewrites = [] } = fetch;
  if (operationKind === OperationTypeNode.SUBSCRIPTION || contextRewrites?.length)
    throw new UnknownInPlanError('Fetch');
  const rewrites = outputRewrites.map(fromRewrite);
  const planned = parse(fetch.operation, { noLocation: true });
  const document = fixed.size > 0 ? withRealFields(planned, fixed) : planned;
  const node: FetchNode = {
    kind: 'FETCH',
    service: fetch.serviceName,
    operationKind,
    operationName: fetch.operationName ?? null,
    text: document === planned ? fetch.operation : print(document),
    document,
    variables: fetch.variableUsages ?? [],
    entities: fetch.requires ? [entitySlot(fetch, requiredOf(fetch.requires, fixed), rewrites)] : null,
    outputRewrites: fetch.requires ? [] : rewrites,
  };
  return fetchedApart(node, fixed);
}

const entitySlot = (
  { inputRewrites = [] }: ApolloFetchNode,
  requires: readonly Required[],
  outputRewrites: readonly Rewrite[],
): EntitySlot => ({
  answer: '_entities',
  variable: 'representations',
  paths: [[]],
  requires,
  inputRewrites: inputRewrites.map(fromRewrite),
  outputRewrites,
});

const fromPathPart = (part: string | number): PathStep =>
  part === '@' ? { kind: 'EACH' } : { kind: 'FIELD', name: String(part) };

const requiredOf = (selections: readonly QueryPlanSelectionNode[], fixed: FixedFields): readonly Required[] =>
  selections.flatMap((selection) => fromSelection(selection, fixed));

function fromSelection(selection: QueryPlanSelectionNode, fixed: FixedFields): readonly Required[] {
  const { selections } = selection;
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name;
    const sentAs = fixed.get(name)?.real.name.value ?? name;
    return [{ kind: 'FIELD', name, sentAs, selections: selections ? requiredOf(selections, fixed) : null }];
  }
  const { typeCondition: onType } = selection;
  if (onType === undefined) return [];
  const parts = requiredOf(selection.selections, fixed);
  return [{ kind: 'FRAGMENT', onType, selections: parts, skipIf: null, includeIf: null }];
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

import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode as HiveFetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as HivePlanNode,
  QueryPlan,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import type {
  EntitySlot,
  FetchNode,
  OperationKind,
  PathStep,
  Plan,
  PlanNode,
  Required,
  Rewrite,
  RewriteStep,
} from './plan.ts';
import { UnknownInPlanError } from './planner.ts';

/** A plan of Hive's planner in our language. */
export const fromHivePlan = ({ node }: QueryPlan): Plan => ({ node: node ? fromNode(node) : null });

function fromNode(node: HivePlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return fromFetch(node);
    case 'BatchFetch':
      return fetchNode(node, node.entityBatch.aliases.map(fromAlias), []);
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
    case 'Subscription':
    case 'Defer':
    default:
      throw new UnknownInPlanError(node.kind);
  }
}

function fromFetch(fetch: HiveFetchNode): FetchNode {
  const { requires, inputRewrites = [], outputRewrites = [] } = fetch;
  if (!requires?.length) return fetchNode(fetch, null, outputRewrites);
  const slot: EntitySlot = {
    answer: '_entities',
    variable: 'representations',
    paths: [[]],
    requires: requires.map(fromSelection),
    inputRewrites: inputRewrites.map(fromRewrite),
    outputRewrites: outputRewrites.map(fromRewrite),
  };
  return fetchNode(fetch, [slot], []);
}

const fromAlias = (entity: EntityBatchAlias): EntitySlot => ({
  answer: entity.alias,
  variable: entity.representationsVariableName,
  paths: entity.paths.map((path) => path.map(fromPathPart)),
  requires: entity.requires.map(fromSelection),
  inputRewrites: (entity.inputRewrites ?? []).map(fromRewrite),
  outputRewrites: (entity.outputRewrites ?? []).map(fromRewrite),
});

const fetchNode = (
  fetch: HiveFetchNode | BatchFetchNode,
  entities: readonly EntitySlot[] | null,
  outputRewrites: readonly FetchRewrite[],
): FetchNode => ({
  kind: 'FETCH',
  service: fetch.serviceName,
  operationKind: operationKindOf(fetch),
  operationName: fetch.operationName ?? null,
  text: fetch.operation,
  document: parse(fetch.operation, { noLocation: true }),
  variables: fetch.variableUsages ?? [],
  entities,
  outputRewrites: outputRewrites.map(fromRewrite),
});

function operationKindOf({ operationKind = 'query' }: HiveFetchNode | BatchFetchNode): OperationKind {
  if (operationKind === 'subscription') throw new UnknownInPlanError(operationKind);
  return operationKind;
}

function fromPathPart(part: FlattenNodePathSegment): PathStep {
  if (part === '@') return { kind: 'EACH' };
  return 'Field' in part ? { kind: 'FIELD', name: part.Field } : { kind: 'OF_TYPE', names: part.TypeCondition };
}

function fromSelection(selection: RequiresSelection): Required {
  if (selection.kind === 'FragmentSpread') throw new UnknownInPlanError(selection.kind);
  const { selections } = selection;
  if (selection.kind === 'Field') {
    // Hive's alias says how the field is called in the representation; it was fetched under its name.
    const { name, alias = name } = selection;
    return {
      kind: 'FIELD',
      name,
      sentAs: alias,
      selections: selections?.length ? selections.map(fromSelection) : null,
    };
  }
  const { typeCondition, skipIf = null, includeIf = null } = selection;
  return {
    kind: 'FRAGMENT',
    onType: typeCondition,
    selections: selection.selections.map(fromSelection),
    skipIf,
    includeIf,
  };
}

function fromRewrite(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'RENAME', ...placeOf(path), to: renameKeyTo };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'SET', ...placeOf(path), value: setValueTo };
}

type RewritePath = Extract<FetchRewrite, { kind: 'ValueSetter' }>['path'];

function placeOf(path: RewritePath): Readonly<{ path: readonly RewriteStep[]; key: string }> {
  const last = path.at(-1);
  if (!last || !('Key' in last)) throw new UnknownInPlanError('rewrite');
  return { path: path.slice(0, -1).map(fromRewritePart), key: last.Key };
}

const fromRewritePart = (part: RewritePath[number]): RewriteStep =>
  'Key' in part ? { kind: 'FIELD', name: part.Key } : { kind: 'OF_TYPE', names: part.TypenameEquals };

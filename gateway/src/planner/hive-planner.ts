import type * as HivePackage from '@graphql-hive/router-query-planner';
import { Kind, print, visit, type ASTVisitor, type FieldNode } from 'graphql';
import { apolloPlanner } from './apollo-planner.ts';
import { fromHivePlan } from './hive-plan.ts';
import type { Plan, PlanNode } from './plan.ts';
import { operationsInSeries } from './operations-in-series.ts';
import { documentOf, type PlannedOperation } from './planned-operation.ts';
import type { CreatePlanner, LoadedPlanner, Planner } from './planner.ts';

type Hive = typeof HivePackage;

/** The native planner, where this machine can run it; it is optional. */
export async function loadHivePlanner(load: () => Promise<Hive> = loadAddon): Promise<CreatePlanner> {
  try {
    const hive = await load();
    return (supergraphSdl, loaded) => hivePlanner(hive, supergraphSdl, loaded);
  } catch (cause) {
    throw new Error(
      'PLANNER=hive needs the native add-on @graphql-hive/router-query-planner, which cannot be loaded on ' +
        `${process.platform} ${process.arch}. Leave PLANNER out to plan with Apollo's planner.`,
      { cause },
    );
  }
}

const loadAddon = (): Promise<Hive> => import('@graphql-hive/router-query-planner');

/** How its own names for fields begin. */
export const hivePrefix = '_internal_qp_alias_';

/** A progressive `@override` is off, as it is for Apollo's planner: no label is on, nobody is within a percentage. */
const noLabels: ReadonlySet<string> = new Set();
const outsidePercentages = 100;

/**
 * The Hive router's planner: native, off the event loop, with fewer requests where entities can share one. There are
 * valid operations that it cannot plan; Apollo's planner plans those.
 */
function hivePlanner({ QueryPlanner }: Hive, supergraphSdl: string, loaded?: LoadedPlanner): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  let other: Planner | null = null;
  return {
    name: 'hive',
    plan: async (operation) => {
      try {
        return { plan: await planInSeries(planner, operation), planner: 'hive' };
      } catch {
        other ??= apolloPlanner(supergraphSdl, loaded);
        return other.plan(operation);
      }
    },
  };
}

type NativePlanner = InstanceType<Hive['QueryPlanner']>;

async function planInSeries(planner: NativePlanner, operation: PlannedOperation): Promise<Plan> {
  const nodes: PlanNode[] = [];
  for (const part of operationsInSeries(operation)) {
    const query = print(visit(documentOf(part), typesUnaliased));
    const plan = await planner.planAsync(query, null, new Set(noLabels), outsidePercentages);
    const { node } = fromHivePlan(plan);
    if (node) nodes.push(node);
  }
  return { node: nodes.length > 1 ? { kind: 'SEQUENCE', nodes } : (nodes[0] ?? null) };
}

/** Asked for the type under another name, this planner leaves the type itself out; the executor needs it. */
const typesUnaliased: ASTVisitor = {
  Field: ({ name, directives = [] }): FieldNode | undefined =>
    name.value === '__typename' ? { kind: Kind.FIELD, name, directives } : undefined,
};

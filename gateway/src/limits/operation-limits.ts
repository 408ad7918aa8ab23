import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { isPublic, type Viewer } from '@onevisit/kernel';
import { graphError, type ErrorCode, type Text } from '@onevisit/subgraph';
import { GraphQLError, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import type { FetchContext } from '../sources/subgraph-source.ts';
import { fragmentsOf, isIntrospection } from './introspection.ts';
import type { Limits } from './limits.ts';
import type { Prices } from './list-sizes.ts';
import { costOf } from './operation-cost.ts';
import type { Points, Standing } from './points.ts';

export type OperationLimits = Readonly<{
  /** Null: nothing is refused for its cost, and nobody pays. */
  limits: Limits | null;
  /** Of the supergraph that is served now. */
  prices: () => Prices;
  points: Points;
  /** Who may ask for the shape of the graph. */
  mayIntrospect: (viewer: Viewer) => boolean;
}>;

/** What an operation cost its caller, kept for its answer and for the `rateLimit` query. */
export type Bill = Readonly<{ cost: number; standing: Standing }>;

const bills = new WeakMap<Viewer, Bill>();

/** The bill of the operation that this very viewer object asks for. */
export const billOf = (viewer: Viewer): Bill | null => bills.get(viewer) ?? null;

/**
 * What depends on who asks and with which variables, and so cannot be a validation rule: introspection by role, the
 * cost of the operation, and the caller's points. Decided before anything is planned.
 */
export function operationLimits(parts: OperationLimits): ApolloServerPlugin<FetchContext> {
  const documents = new WeakMap<DocumentNode, ReadonlyMap<string, FragmentDefinitionNode>>();
  const fragmentsIn = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> => {
    const known = documents.get(document) ?? fragmentsOf(document);
    documents.set(document, known);
    return known;
  };
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (context) => checkOperation(context, fragmentsIn(context.document), parts),
      willSendResponse: async ({ contextValue, response }) => {
        const bill = billOf(contextValue.viewer);
        if (!bill || response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: shownBill(bill) };
      },
    }),
  };
}

function checkOperation(
  { operation, schema, request, contextValue }: GraphQLRequestContextDidResolveOperation<FetchContext>,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { limits, prices, points, mayIntrospect }: OperationLimits,
): void {
  // Apollo Server tells the client itself where no operation was found.
  if (!operation) return;
  const { viewer } = contextValue;
  if (isIntrospection(operation, fragments) && !mayIntrospect(viewer)) throw refused('INTROSPECTION_DISABLED', 400);

  if (!limits) return;
  const cost = costOf(schema, prices(), { operation, fragments, variables: request.variables ?? {} });
  if (cost > limits.cost) throw refused('COST_EXCEEDED', 400, tooCostly(cost, limits.cost));

  const caller = callerOf(viewer);
  const standing = points.debit(caller, cost);
  if (!standing) throw rateLimited(points.secondsUntil(caller, cost));
  bills.set(viewer, { cost, standing });
}

/** Whoever has not logged in shares one account: they ask for public things, and few. */
const callerOf = (viewer: Viewer): string => (isPublic(viewer) ? 'public' : viewer.id);

const shownBill = ({ cost, standing }: Bill) => ({
  requested: cost,
  limit: standing.limit,
  remaining: standing.remaining,
  resetAt: standing.resetAt.toISOString(),
});

function refused(code: ErrorCode, status: number, text?: Text): GraphQLError {
  const { message, extensions } = graphError(code, text);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}

function rateLimited(seconds: number): GraphQLError {
  const { message, extensions } = graphError('RATE_LIMITED');
  const headers = new Map([['retry-after', String(seconds)]]);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 429, headers } } });
}

const tooCostly = (cost: number, limit: number): Text => ({
  zh: `查询代价 ${cost} 超出上限 ${limit}，请减少每页条数或者字段。`,
  en: `The operation costs ${cost}, more than ${limit}. Ask for smaller pages or fewer fields.`,
});

import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { getOperationAST, parse, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { mostEvaluatedPlans } from '../../planner/apollo-planner.ts';
import type { CreatePlanner } from '../../planner/planner.ts';
import type { Admit } from '../admission.ts';
import { apolloDataSource } from '../apollo-data-source.ts';
import type { ExecutorEvents } from '../executor-events.ts';
import type { GatewayExecutor, GatewayInterface, GatewayRequest } from '../inner-gateway.ts';
import { oneVisitGateway } from '../onevisit-gateway.ts';
import { noTrouble, type Trouble } from './fate.ts';
import type { TestGraph } from './test-graph.ts';
import { quietLogger } from './quiet-logger.ts';
import type { SeenRequest, TestContext } from './test-subgraph.ts';

/** What a test asks of a graph. */
export type Asked = Readonly<{
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
  trouble?: Trouble;
}>;

/** What it gets, as plain JSON, and what subgraphs were asked for it. */
export type Answer = Readonly<{
  data: unknown;
  errors: readonly GraphQLFormattedError[];
  valueCompletion: readonly GraphQLFormattedError[];
  seen: readonly SeenRequest[];
}>;

export type MountedGraph = Readonly<{
  apiSchema: () => GraphQLSchema;
  ask: (asked: Asked) => Promise<Answer>;
  update: (supergraphSdl: string) => void;
  stop: () => Promise<void>;
}>;

export type Compiled = Readonly<{
  createPlanner?: CreatePlanner;
  admit?: Admit<TestContext>;
  events?: ExecutorEvents<TestContext>;
  mostOperations?: number;
  mostConditions?: number;
}>;

/** The graph as our executor runs it. */
export function compiledGraph({ supergraphSdl, clientOf }: TestGraph, compiled: Compiled = {}): Promise<MountedGraph> {
  const { gateway, update } = oneVisitGateway<TestContext>({
    supergraphSdl,
    clientOf,
    logger: quietLogger,
    ...compiled,
  });
  return mounted(gateway, update);
}

/** The graph as Apollo's own gateway runs it. */
export function apolloGraph({ supergraphSdl, clientOf }: TestGraph): Promise<MountedGraph> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => apolloDataSource(clientOf(name)),
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true, debug: { maxEvaluatedPlans: mostEvaluatedPlans } },
    logger: quietLogger,
  });
  return mounted(gateway, () => undefined);
}

async function mounted(gateway: GatewayInterface, update: (supergraphSdl: string) => void): Promise<MountedGraph> {
  let apiSchema: GraphQLSchema | null = null;
  gateway.onSchemaLoadOrUpdate((loaded) => {
    apiSchema = loaded.apiSchema;
  });
  const { executor } = await gateway.load({ apollo: {} });
  const schema = (): GraphQLSchema => {
    if (!apiSchema) throw new Error('no schema was loaded');
    return apiSchema;
  };
  return {
    apiSchema: schema,
    ask: async (asked) => {
      if (!executor) throw new Error('the gateway has no executor');
      return answerTo(asked, schema(), executor);
    },
    update,
    stop: () => gateway.stop(),
  };
}

async function answerTo(asked: Asked, schema: GraphQLSchema, executor: GatewayExecutor): Promise<Answer> {
  const seen: SeenRequest[] = [];
  const context: TestContext = { trouble: asked.trouble ?? noTrouble, seen };
  const result = await executor(requestOf(asked, schema, context));
  const { data, errors = [], extensions = {} } = JSON.parse(JSON.stringify(result)) as Result;
  return { data, errors, valueCompletion: extensions.valueCompletion ?? [], seen };
}

type Result = Readonly<{
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Readonly<{ valueCompletion?: readonly GraphQLFormattedError[] }>;
}>;

/** A request as Apollo Server hands it to a gateway, once it has parsed and validated it. */
function requestOf(
  { query, variables = {}, operationName }: Asked,
  schema: GraphQLSchema,
  context: TestContext,
): GatewayRequest {
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('no such operation');
  const request: Partial<GatewayRequest> = {
    request: { query, variables: { ...variables }, ...(operationName !== undefined && { operationName }) },
    document,
    operation,
    operationName: operation.name?.value ?? null,
    queryHash: createHash('sha256').update(query).digest('hex'),
    source: query,
    schema,
    context,
    metrics: {},
    logger: quietLogger,
  };
  return request as GatewayRequest;
}

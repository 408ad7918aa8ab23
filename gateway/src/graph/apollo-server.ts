// oxlint-disable-next-line import/no-unassigned-import -- acts before the next line loads the server
import './without-telemetry.ts';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ErrorLog } from '@onevisit/subgraph';
import { formattedError } from '../errors/format-error.ts';
import { spokenLanguage } from '../http/language.ts';
import type { FetchContext } from '../sources/subgraph-source.ts';
import type { GatewayInterface } from './graph-gateway.ts';
import { quietLogger } from './quiet-logger.ts';

export type GraphServer = ApolloServer<FetchContext>;

/** Apollo Server over the graph: nothing that reports outside, nothing that shows more than a client may see. */
export const apolloServer = (gateway: GatewayInterface, isIntrospectable: boolean, log: ErrorLog): GraphServer =>
  new ApolloServer<FetchContext>({
    gateway,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError: (given, error) => formattedError(given, error, spokenLanguage(), log),
    introspection: isIntrospectable,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 3_000 },
    // Apollo's own default lets a document of 1 KB of nested fragments stop the event loop for half a minute.
    maxRecursiveSelections: 10_000,
    validationOptions: { maxErrors: 5 },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    logger: quietLogger,
  });

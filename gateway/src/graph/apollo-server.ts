// oxlint-disable-next-line import/no-unassigned-import -- acts before the next line loads the server
import './without-telemetry.ts';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ErrorLog } from '@onevisit/subgraph';
import type { ValidationRule } from 'graphql';
import { formattedError } from '../errors/format-error.ts';
import { spokenLanguage } from '../http/language.ts';
import { stringifyResult } from '../executor/index.ts';
import type { FetchContext } from '../sources/subgraph-source.ts';
import type { GatewayInterface } from './graph-gateway.ts';
import { quietLogger } from './quiet-logger.ts';

export type GraphServer = ApolloServer<FetchContext>;

export type ServerParts = Readonly<{
  gateway: GatewayInterface;
  /** What is too large to be looked at; the same for everybody. */
  validationRules: readonly ValidationRule[];
  /** What depends on who asks. */
  plugins: readonly ApolloServerPlugin<FetchContext>[];
  log: ErrorLog;
}>;

/** Apollo Server over the graph: nothing that reports outside, nothing that shows more than a client may see. */
export const apolloServer = ({ gateway, validationRules, plugins, log }: ServerParts): GraphServer =>
  new ApolloServer<FetchContext>({
    gateway,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
    validationRules: [...validationRules],
    formatError: (given, error) => formattedError(given, error, spokenLanguage(), log),
    // Decided by role, operation by operation: `limits/operation-limits.ts`.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 3_000 },
    validationOptions: { maxErrors: 5 },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    stringifyResult,
    logger: quietLogger,
  });

import { addStatements, countStatements } from '@onevisit/data';
import { publicViewer, type Viewer } from '@onevisit/kernel';
import { execute, GraphQLError, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { isErrorCode } from './error-codes.ts';
import { errorTexts } from './wording.ts';
import { graphError, logToStandardError, maskedResult, type ErrorLog, type MaskedResult } from './errors.ts';
import { checkLiterals, checkVariables } from './input-text.ts';
import type { Subgraph } from './subgraph.ts';

export type SubgraphRequest = Readonly<{
  query: string;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
}>;

/** Runs operations against one mounted subgraph; each document is parsed and validated once. */
export function createExecutor(subgraph: Subgraph, log: ErrorLog = logToStandardError) {
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

  return async (request: SubgraphRequest, viewer: Viewer = publicViewer()): Promise<MaskedResult> => {
    const document = remembered(documents, request.query, () => prepared(subgraph.schema, request.query));
    try {
      if (!('kind' in document)) return maskedResult({ errors: document }, viewer.language, log);
      checkVariables(request.variables);
      const { value, statements } = await countStatements(async () =>
        execute({
          schema: subgraph.schema,
          document,
          contextValue: subgraph.operation(viewer),
          variableValues: request.variables ?? null,
          operationName: request.operationName ?? null,
        }),
      );
      addStatements(statements);
      return { ...maskedResult(value, viewer.language, log), extensions: { sql: statements } };
    } catch (error) {
      return maskedResult({ errors: [asGraphQLError(error)] }, viewer.language, log);
    }
  };
}

const mostDocuments = 1_000;

function remembered<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  const [oldest] = values.keys();
  if (values.size >= mostDocuments && oldest !== undefined) values.delete(oldest);
  values.set(key, value);
  return value;
}

function prepared(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document, specifiedRules, { maxErrors: 5 });
  if (errors.length > 0) return errors.map((error) => withCode(error));
  try {
    checkLiterals(document);
  } catch (error) {
    return [asGraphQLError(error)];
  }
  return document;
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: 20_000, noLocation: true });
  } catch {
    return graphError('GRAPHQL_PARSE_FAILED', errorTexts.GRAPHQL_PARSE_FAILED);
  }
}

/** A scalar's own refusal of a literal stays what it is; all else is a document that does not fit. */
const withCode = (error: GraphQLError): GraphQLError =>
  isErrorCode(error.extensions['code'])
    ? error
    : new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('failed', { originalError: Error.isError(error) ? error : new Error(String(error)) });

import type { Language } from '@onevisit/kernel';
import { errorTexts, said, type ErrorCode, type MaskedResult, type SubgraphRequest } from '@onevisit/subgraph';
import { Kind, OperationTypeNode, parse, type SelectionNode } from 'graphql';

/** The ways in which a subgraph fails to answer at all. */
export type SourceFailure = Extract<
  ErrorCode,
  'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_BAD_RESPONSE' | 'SUBGRAPH_CONTRACT_VIOLATION'
>;

/** How a fetch failed whole, and the id under which the cause was logged. */
export type Failure = Readonly<{ code: SourceFailure; errorId: string }>;

/** The result of such a fetch: an error at each place that stays empty for it. */
export function failedFetch(request: SubgraphRequest, failure: Failure, language: Language): MaskedResult {
  const message = said(errorTexts[failure.code], language);
  const extensions = { ...failure, isWorded: true };
  return { data: null, errors: placesOf(request).map((path) => ({ message, path, extensions })) };
}

type Place = readonly (string | number)[];

/** Every root field of the fetch; the first entity stands for all where entities were asked for. */
function placesOf({ query, variables }: SubgraphRequest): readonly Place[] {
  if (variables && 'representations' in variables) return [['_entities', 0]];
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [[]];
  return operation.selectionSet.selections.flatMap(responseKey).map((key) => [key]);
}

const responseKey = (selection: SelectionNode): readonly string[] =>
  selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [];

/** Only what changes nothing may be sent again. */
export const isRead = ({ query }: SubgraphRequest): boolean =>
  !query.trimStart().startsWith(OperationTypeNode.MUTATION);

import type { MaskedResult } from '@onevisit/subgraph';

type Connection = Readonly<{
  edges: readonly Readonly<{ node: Readonly<{ code: string }> }>[];
  pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
}>;

/** The codes of the one page that a root field has answered. */
export const codesIn = (result: MaskedResult, field: string): readonly string[] =>
  connectionIn(result, field).edges.map(({ node }) => node.code);

/** The codes of every page, walked to the end; `ask` answers the page behind a cursor. */
export async function codesByPage(
  field: string,
  ask: (after: string | null) => Promise<MaskedResult>,
  after: string | null = null,
): Promise<readonly (readonly string[])[]> {
  const result = await ask(after);
  const { pageInfo } = connectionIn(result, field);
  const rest = pageInfo.hasNextPage ? await codesByPage(field, ask, pageInfo.endCursor) : [];
  return [codesIn(result, field), ...rest];
}

function connectionIn({ data, errors }: MaskedResult, field: string): Connection {
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data[field] as Connection;
}

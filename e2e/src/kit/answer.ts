/** Values of an operation. */
export type Variables = Readonly<Record<string, unknown>>;

/** What stands in `errors` of an answer. */
export type GraphError = Readonly<{
  message: string;
  path?: readonly (string | number)[];
  extensions: Readonly<{ code: string }> & Readonly<Record<string, unknown>>;
}>;

/** Everything that the graph answered to one operation. */
export type Answer<Data> = Readonly<{
  status: number;
  data: Data | null;
  errors: readonly GraphError[];
  extensions: Readonly<Record<string, unknown>>;
  /** SQL statements that it took, over all databases. */
  sql: number | null;
}>;

/** The body as it comes. */
type Body<Data> = Partial<Pick<Answer<Data>, 'data' | 'errors' | 'extensions'>>;

export function answerOf<Data>(status: number, text: string): Answer<Data> {
  const { data = null, errors = [], extensions = {} } = JSON.parse(text) as Body<Data>;
  const { sql } = extensions;
  return { status, data, errors, extensions, sql: typeof sql === 'number' ? sql : null };
}

import { executeSync, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { OperationFacts } from './operation-facts.ts';
import type { Variables } from './variables.ts';

/** Answers to the introspection fields at the root, by response name. */
export type Introspect = (sent: Variables) => Readonly<Record<string, unknown>>;

const nothing: Introspect = () => ({});

/** The part of an operation that asks for the graph's definition, beside what it asks of subgraphs. */
export function compileIntrospection(schema: GraphQLSchema, facts: OperationFacts): Introspect {
  if (facts.introspection.length === 0) return nothing;
  const document = introspectionDocument(facts);
  return (sent) => {
    const { data, errors } = executeSync({ schema, document, variableValues: sent });
    const [error] = errors ?? [];
    if (error) throw error;
    return data ?? {};
  };
}

/** Each field with all that is selected of it; whether it is wanted, the writer of the answer decides. */
const introspectionDocument = ({ operation, fragments, introspection }: OperationFacts): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      ...operation,
      directives: [],
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: introspection.flatMap(({ node, parts }) =>
          [...parts.keys()].map((selectionSet) => ({ ...node, directives: [], selectionSet })),
        ),
      },
    },
    ...fragments.values(),
  ],
});

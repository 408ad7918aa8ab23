import {
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { HandOverReason } from './handed-over.ts';
import type { IsReserved } from './reserved-names.ts';
import { withSafeNames, type NamedOperation } from './safe-names.ts';
import { collectFields, type CollectedField } from './shape/collect-fields.ts';

/** What is known of an operation before anybody plans it; found once. */
export type OperationFacts = NamedOperation &
  Readonly<{
    /** As the client sent it. */
    document: DocumentNode;
    /** Response names at the root that ask for the graph's own definition, whatever fragment they stand in. */
    introspection: readonly CollectedField[];
    /** Root fields that subgraphs answer. */
    data: readonly CollectedField[];
    /** Boolean variables that `@skip` and `@include` name. */
    conditions: readonly string[];
    /** Why Apollo's executor runs it; null where ours does. */
    handOver: HandOverReason | null;
  }>;

export function factsOf(
  { schema, isReserved }: Readonly<{ schema: GraphQLSchema; isReserved: IsReserved }>,
  document: DocumentNode,
  asked: OperationDefinitionNode,
): OperationFacts {
  const named = withSafeNames(asked, fragmentsOf(document), isReserved);
  const { operation, fragments } = named;
  const root = schema.getRootType(operation.operation);
  const fields = root ? collectFields(root, new Map([[operation.selectionSet, null]]), { schema, fragments }) : [];
  const introspection = fields.filter(({ node }) => introspecting.has(node.name.value));
  const data = fields.filter(({ node }) => !node.name.value.startsWith('__'));
  const handOver = handOverReason(document, operation, { introspection, data });
  return { ...named, document, introspection, data, conditions: conditionsIn(document), handOver };
}

function conditionsIn(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      const value = given.find((argument) => argument.name.value === 'if')?.value;
      const isCondition = name.value === 'skip' || name.value === 'include';
      if (isCondition && value?.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  });
  return [...found];
}

const introspecting: ReadonlySet<string> = new Set(['__schema', '__type']);

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

function handOverReason(
  document: DocumentNode,
  { operation }: OperationDefinitionNode,
  { introspection, data }: Pick<OperationFacts, 'introspection' | 'data'>,
): HandOverReason | null {
  if (operation === OperationTypeNode.SUBSCRIPTION) return 'SUBSCRIPTION';
  if (introspection.length > 0 && data.length === 0) return 'INTROSPECTION';
  return namesInherited(document) ? 'INHERITED_NAME' : null;
}

/** Names that every object has already (`constructor`, `__proto__`) need the care that Apollo's executor takes. */
function namesInherited(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ alias, name }) => {
      found ||= isInherited((alias ?? name).value);
    },
  });
  return found;
}

export const isInherited = (name: string): boolean => name in Object.prototype;

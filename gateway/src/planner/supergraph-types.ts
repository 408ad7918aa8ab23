import {
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

export type TypeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Types with fields, as a supergraph defines them. */
export type SupergraphTypes = Readonly<{
  all: readonly TypeDefinition[];
  fieldOf: (typeName: string, fieldName: string) => FieldDefinitionNode | undefined;
  /** The type itself, and the types that implement it. */
  withImplementing: (typeName: string) => readonly string[];
}>;

export function supergraphTypes({ definitions }: DocumentNode): SupergraphTypes {
  const all = definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const byName = new Map(all.map((type) => [type.name.value, type]));
  return {
    all,
    fieldOf: (typeName, fieldName) => byName.get(typeName)?.fields?.find(({ name }) => name.value === fieldName),
    withImplementing: (typeName) => {
      const implementing = all.filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === typeName));
      return [typeName, ...implementing.map(({ name }) => name.value)];
    },
  };
}

/** The type at the bottom of lists and exclamation marks. */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

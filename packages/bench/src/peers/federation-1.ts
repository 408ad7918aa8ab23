import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
} from 'graphql';

/**
 * A schema of Federation 2 as Federation 1 wrote it, for a gateway that knows no other: types of other subgraphs are
 * extended with their key marked as external, roots are extended, and only the first key of a type is told.
 */
export function federation1Sdl(sdl: string): string {
  const definitions = parse(sdl).definitions.flatMap(asFederation1);
  return print({ kind: Kind.DOCUMENT, definitions });
}

const roots = ['Query', 'Mutation'];

function asFederation1(definition: DefinitionNode): readonly DefinitionNode[] {
  if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) return [];
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) {
    return [withoutDirectives(definition)];
  }
  const { name, directives = [], fields = [], interfaces = [] } = definition;
  const isRoot = roots.includes(name.value);
  if (isRoot && fields.length === 0) return [];
  const [key] = directives.filter(({ name: { value } }) => value === 'key');
  const isForeign = isRoot || isStub(key) || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
  const plain = fields.map(withoutDirectives);
  const keyField = isForeign && key ? fieldsOf(key) : null;
  return [
    {
      kind: isForeign ? Kind.OBJECT_TYPE_EXTENSION : Kind.OBJECT_TYPE_DEFINITION,
      name,
      interfaces,
      directives: key ? [onlyFields(key)] : [],
      fields: plain.map((field) => (field.name.value === keyField ? external(field) : field)),
    },
  ];
}

const withoutDirectives = <Node extends DefinitionNode | FieldDefinitionNode>(node: Node): Node =>
  visit(node, { Directive: () => null });

const isStub = (key: ConstDirectiveNode | undefined): boolean =>
  key?.arguments?.some(({ name: { value } }) => value === 'resolvable') ?? false;

function fieldsOf({ arguments: given = [] }: ConstDirectiveNode): string | null {
  const fields = given.find(({ name: { value } }) => value === 'fields')?.value;
  return fields?.kind === Kind.STRING ? fields.value : null;
}

const onlyFields = (key: ConstDirectiveNode): ConstDirectiveNode => ({
  ...key,
  arguments: key.arguments?.filter(({ name: { value } }) => value === 'fields') ?? [],
});

const external = (field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...field,
  directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'external' } }],
});

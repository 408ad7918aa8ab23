import {
  Kind,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';
import { fieldSetOf, fieldSetText } from './field-set.ts';
import { textOf } from './join-directives.ts';
import { namedType, supergraphTypes, type SupergraphTypes, type TypeDefinition } from './supergraph-types.ts';

/** Names of fields that take no arguments any more, and what they stand for: `_fixed_1_price` for `price(in: "EUR")`. */
export type FixedFields = ReadonlyMap<string, FixedField>;

export type FixedField = Readonly<{
  real: FieldNode;
  /** Names of the fields that require it. */
  requiredBy: Set<string>;
}>;

/** Clients' own names for fields may not begin so. */
export const fixedPrefix = '_fixed_';

/**
 * A supergraph in which what fields require takes no arguments: each field that is required with some gets a field of
 * its own for them; without such, the supergraph itself. Apollo's planner tells fields apart by name alone; two prices in two currencies are one to it.
 */
export function withFixedFields(
  supergraph: DocumentNode,
): Readonly<{ document: DocumentNode; fixedFields: FixedFields }> {
  const fixing: Fixing = { types: supergraphTypes(supergraph), fields: new Map(), added: new Map() };
  const fixed = eachType(supergraph, (type) => withFixedRequirements(type, fixing));
  const document = fixing.fields.size > 0 ? eachType(fixed, (type) => withAddedFields(type, fixing)) : supergraph;
  return { document, fixedFields: new Map([...fixing.fields.values()].map((field) => [field.name, field])) };
}

/** A document of a plan with the fields as subgraphs know them. */
export function withRealFields(document: DocumentNode, fixedFields: FixedFields): DocumentNode {
  return visit(document, {
    Field: (field) => {
      const real = fixedFields.get(field.name.value)?.real;
      if (!real) return undefined;
      return { ...field, alias: field.alias ?? field.name, name: real.name, arguments: real.arguments ?? [] };
    },
  });
}

type Fixing = Readonly<{
  types: SupergraphTypes;
  /** By what they stand for, as text. */
  fields: Map<string, FixedField & Readonly<{ name: string }>>;
  /** Names of the fields that each type gets, with the names of the fields that they are made from. */
  added: Map<string, Map<string, string>>;
}>;

/** What a field requires of which type. */
type FixingField = Fixing & Readonly<{ typeName: string; requiredBy: string }>;

const eachType = (supergraph: DocumentNode, change: (type: TypeDefinition) => TypeDefinition): DocumentNode =>
  visit(supergraph, { ObjectTypeDefinition: { enter: change }, InterfaceTypeDefinition: { enter: change } });

const withFixedRequirements = (type: TypeDefinition, fixing: Fixing): TypeDefinition => ({
  ...type,
  fields: (type.fields ?? []).map((field) => ({
    ...field,
    directives: (field.directives ?? []).map((directive) =>
      fixedRequirement(directive, { typeName: type.name.value, requiredBy: field.name.value, ...fixing }),
    ),
  })),
});

function fixedRequirement(directive: ConstDirectiveNode, fixing: FixingField): ConstDirectiveNode {
  const requires = directive.name.value === 'join__field' ? textOf(directive, 'requires') : null;
  if (requires === null || !requires.includes('(')) return directive;
  const value = fieldSetText(fixedSelections(fieldSetOf(requires), fixing));
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
    ),
  };
}

function fixedSelections(selections: readonly SelectionNode[], fixing: FixingField): readonly SelectionNode[] {
  const { types, typeName } = fixing;
  return selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    const type =
      selection.kind === Kind.FIELD ? types.fieldOf(typeName, selection.name.value)?.type : selection.typeCondition;
    const below = { ...fixing, typeName: type ? namedType(type) : typeName };
    const selectionSet = selection.selectionSet && {
      ...selection.selectionSet,
      selections: fixedSelections(selection.selectionSet.selections, below),
    };
    const changed = { ...selection, ...(selectionSet && { selectionSet }) } as typeof selection;
    return changed.kind === Kind.FIELD && changed.arguments?.length ? fixedField(changed, fixing) : changed;
  });
}

function fixedField(field: FieldNode, { types, typeName, requiredBy, fields, added }: FixingField): FieldNode {
  const { selectionSet, ...real } = field;
  const text = print(real);
  const name = `${fixedPrefix}${fields.size + 1}_${field.name.value}`;
  const fixed = fields.get(text) ?? { name, real, requiredBy: new Set<string>() };
  fields.set(text, fixed);
  fixed.requiredBy.add(requiredBy);
  for (const each of types.withImplementing(typeName)) {
    const names = added.get(each) ?? new Map<string, string>();
    added.set(each, names.set(fixed.name, field.name.value));
  }
  return {
    ...field,
    name: { kind: Kind.NAME, value: fixed.name },
    arguments: [],
    ...(selectionSet && { selectionSet }),
  };
}

function withAddedFields(type: TypeDefinition, { added }: Fixing): TypeDefinition {
  const fields = type.fields ?? [];
  const further = [...(added.get(type.name.value) ?? [])].flatMap(([value, from]) => {
    const field = fields.find(({ name }) => name.value === from);
    return field ? [{ ...field, name: { kind: Kind.NAME, value } as const, arguments: [] }] : [];
  });
  return { ...type, fields: [...fields, ...further] };
}

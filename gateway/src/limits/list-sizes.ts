import { Kind, parse, type ConstDirectiveNode, type ConstValueNode, type ValueNode } from 'graphql';

/** What `@listSize` says of one field. */
export type ListSize = Readonly<{
  assumedSize: number | null;
  slicingArguments: readonly string[];
  /** Fields of the answer that are as long as the slice: `edges` of a connection. */
  sizedFields: readonly string[];
}>;

/** What a supergraph says of the price of its fields and types. */
export type Prices = Readonly<{
  /** By `Type.field`. */
  listSizes: ReadonlyMap<string, ListSize>;
  /** `@cost(weight:)`, by `Type.field` or by `Type`. */
  weights: ReadonlyMap<string, number>;
  /** Values of arguments that the client leaves out, by `Type.field.argument`. */
  defaults: ReadonlyMap<string, number>;
}>;

/** Reads `@listSize` and `@cost` out of a supergraph; what clients see of the graph no longer holds them. */
export function pricesOf(supergraphSdl: string): Prices {
  const listSizes = new Map<string, ListSize>();
  const weights = new Map<string, number>();
  const defaults = new Map<string, number>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    note(weights, type, weightIn(definition.directives));
    for (const field of definition.fields ?? []) {
      const place = `${type}.${field.name.value}`;
      note(weights, place, weightIn(field.directives));
      const listSize = field.directives?.find(({ name }) => isNamed(name.value, 'listSize'));
      if (listSize) listSizes.set(place, listSizeIn(listSize));
      for (const argument of field.arguments ?? []) {
        note(defaults, `${place}.${argument.name.value}`, numberIn(argument.defaultValue));
      }
    }
  }
  return { listSizes, weights, defaults };
}

/** Composition may put the name of the specification before that of the directive: `@cost__listSize`. */
const isNamed = (name: string, directive: string): boolean => name === directive || name.endsWith(`__${directive}`);

function note(into: Map<string, number>, key: string, value: number | null): void {
  if (value !== null) into.set(key, value);
}

function weightIn(directives: readonly ConstDirectiveNode[] | undefined): number | null {
  const cost = directives?.find(({ name }) => isNamed(name.value, 'cost'));
  return numberIn(argumentOf(cost, 'weight'));
}

const listSizeIn = (directive: ConstDirectiveNode): ListSize => ({
  assumedSize: numberIn(argumentOf(directive, 'assumedSize')),
  slicingArguments: textsIn(argumentOf(directive, 'slicingArguments')),
  sizedFields: textsIn(argumentOf(directive, 'sizedFields')),
});

const argumentOf = (directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined =>
  directive?.arguments?.find((argument) => argument.name.value === name)?.value;

function numberIn(value: ValueNode | undefined): number | null {
  return value?.kind === Kind.INT || value?.kind === Kind.FLOAT ? Number(value.value) : null;
}

function textsIn(value: ConstValueNode | undefined): readonly string[] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []));
}

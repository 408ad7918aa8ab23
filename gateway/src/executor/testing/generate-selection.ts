import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { generateArguments, type DeclaredVariables } from './generate-arguments.ts';
import type { Random } from './random.ts';

/** An operation in the making. */
export type Generating = DeclaredVariables &
  Readonly<{
    schema: GraphQLSchema;
    random: Random;
    /**
     * Whether shapes may occur that Apollo's executor or planner answers wrongly: conditions that are fixed in the
     * document, `@skip(if: true)`, and fragments on an interface within an object type.
     */
    isBeyondApollo: boolean;
    /** Whether there may be `@skip` and `@include`; plans without fetch more at once. */
    hasConditions: boolean;
    /** Named fragments by their type: `fragment f0 on Person { … }`. */
    fragments: { name: string; type: string; text: string }[];
  }>;

/** What is selected of a type, as text with its braces. */
export function generateSelection(type: GraphQLCompositeType, depth: number, generating: Generating): string {
  const { random } = generating;
  const count = 1 + random.below(depth > 2 ? 5 : 3);
  const parts = Array.from({ length: count }, () => generatePart(type, depth, generating)).filter(
    (part) => part !== '',
  );
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}

function generatePart(type: GraphQLCompositeType, depth: number, generating: Generating): string {
  const { random } = generating;
  const chance = random.below(20);
  if (chance === 0) return `${random.oneIn(3) ? 'kind: ' : ''}__typename${condition(generating)}`;
  if (depth > 0 && chance < 3) return spread(type, depth, generating);
  if (depth > 0 && (chance < 6 || (isUnionType(type) && chance < 17))) {
    const narrowed = random.pick(typesWithin(type, generating));
    const on = narrowed === type && random.oneIn(2) ? '' : ` on ${narrowed.name}`;
    return `...${on}${condition(generating)} ${generateSelection(narrowed, depth - 1, generating)}`;
  }
  return isUnionType(type) ? '__typename' : generateField(random.pick(fieldsOf(type)), depth, generating);
}

type Field = GraphQLField<unknown, unknown>;

const fieldsOf = (type: Exclude<GraphQLCompositeType, { getTypes: unknown }>): readonly Field[] =>
  Object.values(type.getFields());

function generateField(field: Field, depth: number, generating: Generating): string {
  const { random } = generating;
  const type = getNamedType(field.type);
  if (isCompositeType(type) && depth <= 0) return '';
  const given = generateArguments(field.args, random, generating);
  const selection = isCompositeType(type) ? ` ${generateSelection(type, depth - 1, generating)}` : '';
  return `${alias(field, given, random)}${field.name}${given}${condition(generating)}${selection}`;
}

/** Aliases that several types share make planners rename; one field with other arguments needs another name. */
function alias({ name, type, args }: Field, given: string, random: Random): string {
  if (String(type).startsWith('Int') && random.oneIn(2)) return 'count: ';
  if (args.length > 0) return `${name}_${given.replaceAll(/\W+/g, '_')}: `;
  return random.oneIn(8) ? `my_${name}: ` : '';
}

function spread(type: GraphQLCompositeType, depth: number, generating: Generating): string {
  const { random, fragments } = generating;
  const fitting = fragments.filter((fragment) => fragment.type === type.name);
  if (fitting.length > 0 && random.oneIn(2)) return `...${random.pick(fitting).name}${condition(generating)}`;
  const narrowed = random.pick(typesWithin(type, generating));
  const text = generateSelection(narrowed, depth - 1, generating);
  const name = `f${fragments.length}`;
  fragments.push({ name, type: narrowed.name, text });
  return `...${name}${condition(generating)}`;
}

/** Types that an object of this type may be of. */
function typesWithin(
  type: GraphQLCompositeType,
  { schema, isBeyondApollo }: Generating,
): readonly GraphQLCompositeType[] {
  if (isObjectType(type)) return isBeyondApollo ? [type, ...type.getInterfaces()] : [type];
  return isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : schema.getPossibleTypes(type);
}

function condition(generating: Generating): string {
  const { random, isBeyondApollo, hasConditions } = generating;
  if (!hasConditions || !random.oneIn(9)) return '';
  const name = random.pick(['skip', 'include']);
  if (random.oneIn(4) && isBeyondApollo) return ` @${name}(if: ${random.oneIn(2)})`;
  return ` @${name}(if: $${flag(generating)})`;
}

/** One of three Boolean variables; the last has a default and no value. */
function flag({ random, definitions, values }: Generating): string {
  const name = `flag${random.below(3)}`;
  if (definitions.some((definition) => definition.startsWith(`$${name}:`))) return name;
  if (name === 'flag2') definitions.push(`$${name}: Boolean! = ${random.oneIn(2)}`);
  else {
    definitions.push(`$${name}: Boolean!`);
    values[name] = random.oneIn(2);
  }
  return name;
}

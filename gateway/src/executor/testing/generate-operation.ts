import { OperationTypeNode, parse, validate, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { generateSelection, type Generating } from './generate-selection.ts';
import { randomOf, type Random } from './random.ts';

export type GeneratedOperation = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

const deepest = 5;

/** A valid operation of this graph; the same for the same seed. */
export function generateOperation(schema: GraphQLSchema, seed: number, isBeyondApollo: boolean): GeneratedOperation {
  const random = randomOf(seed);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const operation = generateOnce(schema, random, isBeyondApollo);
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
  throw new Error(`no valid operation of seed ${seed}`);
}

function generateOnce(schema: GraphQLSchema, random: Random, isBeyondApollo: boolean): GeneratedOperation {
  const options = { isBeyondApollo, hasConditions: random.oneIn(2) };
  const generating: Generating = { schema, random, ...options, definitions: [], values: {}, fragments: [] };
  const kind = random.oneIn(6) ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
  const root = rootOf(schema, kind);
  const roots = Array.from({ length: 1 + random.below(3) }, () => rootPart(root, generating));
  const rare = kind === OperationTypeNode.QUERY && random.oneIn(6) ? [random.pick(rarities)] : [];
  const declared = generating.definitions.length > 0 ? `(${generating.definitions.join(', ')})` : '';
  const fragments = generating.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
  const query = [`${kind} Generated${declared} { ${[...roots, ...rare].join(' ')} }`, ...fragments].join('\n');
  return { query, variables: generating.values };
}

/** The inside of a generated selection of the root, so that fields of mutations stand in series. */
function rootPart(root: GraphQLObjectType, generating: Generating): string {
  const depth = 2 + generating.random.below(deepest - 1);
  return generateSelection(root, depth, generating).slice(1, -1);
}

/** What chance alone would seldom bring: introspection, and one name for fields that differ in a subgraph. */
const rarities = [
  '__schema { queryType { name } }',
  '... on Query { __type(name: "Exhibit") { name possibleTypes { name } fields { name } } }',
  'clash: exhibits { ... on Painting { count: size } ... on Sculpture { count: size } }',
  'clashes: loans { exhibit { ... on Painting { count: size } ... on Sculpture { count: boxes } } }',
];

function rootOf(schema: GraphQLSchema, kind: OperationTypeNode): GraphQLObjectType {
  const root = schema.getRootType(kind);
  if (!root) throw new Error(`the graph has no ${kind}`);
  return root;
}

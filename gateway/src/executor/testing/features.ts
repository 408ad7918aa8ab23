import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';
import { partsOf, type FetchNode, type PathStep, type PlanNode, type Required } from '../../planner/plan.ts';

/** What a generated operation makes an executor do. */
export const features = [
  'interfaces',
  'unions',
  'requires',
  'requires with arguments',
  'provides',
  'override',
  'interface objects',
  'keys within objects',
  'several keys',
  'shared values',
  'entities in lists',
  'entities fetched together',
  'lists of lists',
  'enums with hidden values',
  'skip and include',
  'aliases',
  'named fragments',
  'inline fragments',
  'variables',
  'mutations in series',
  'introspection beside data',
  'conditions in plans',
  'names rewritten on the way in',
  'keys renamed on the way out',
] as const;

export type Feature = (typeof features)[number];

/** Fields of the museum graph that bring a feature with them. */
const byField: Readonly<Record<string, Feature>> = {
  'Museum.fee': 'requires',
  'Museum.groupFee': 'requires',
  'Painting.signature': 'requires',
  'Painting.insurance': 'requires with arguments',
  'Ticket.museum': 'provides',
  'Museum.phone': 'override',
  'Museum.address': 'shared values',
  'Query.oldest': 'shared values',
  'Exhibit.score': 'interface objects',
  'Exhibit.reviews': 'interface objects',
  'Exhibit.headline': 'interface objects',
  'Painting.headline': 'interface objects',
  'Sculpture.score': 'interface objects',
  'Query.topReviewed': 'interface objects',
  'Exhibit.condition': 'enums with hidden values',
  'Painting.condition': 'enums with hidden values',
  'Loan.status': 'enums with hidden values',
  'Query.__schema': 'introspection beside data',
  'Query.__type': 'introspection beside data',
};

export function featuresOf(schema: GraphQLSchema, query: string, plan: PlanNode | null): ReadonlySet<Feature> {
  return new Set([...featuresOfDocument(schema, query), ...featuresOfPlan(plan)]);
}

function featuresOfDocument(schema: GraphQLSchema, query: string): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  const types = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      OperationDefinition: ({ operation, selectionSet }) => {
        if (operation === OperationTypeNode.MUTATION && selectionSet.selections.length > 1)
          found.add('mutations in series');
      },
      Field: ({ alias, name }) => {
        const feature = byField[`${types.getParentType()?.name}.${name.value}`];
        if (feature) found.add(feature);
        if (alias) found.add('aliases');
        const type = getNullableType(types.getType());
        if (isListType(type) && isListType(getNullableType(type.ofType))) found.add('lists of lists');
        const named = getNamedType(type);
        if (isAbstractType(named)) found.add('getFields' in named ? 'interfaces' : 'unions');
      },
      Directive: () => void found.add('skip and include'),
      FragmentSpread: () => void found.add('named fragments'),
      InlineFragment: () => void found.add('inline fragments'),
      VariableDefinition: () => void found.add('variables'),
    }),
  );
  return found;
}

function featuresOfPlan(node: PlanNode | null): readonly Feature[] {
  if (!node) return [];
  if (node.kind === 'FETCH') return featuresOfFetch(node);
  const below = partsOf(node).flatMap(featuresOfPlan);
  if (node.kind === 'CONDITION') return ['conditions in plans', ...below];
  return node.kind === 'FLATTEN' && node.path.some(isList) ? ['entities in lists', ...below] : below;
}

const isList = ({ kind }: PathStep): boolean => kind === 'EACH';

function featuresOfFetch({ entities, outputRewrites }: FetchNode): readonly Feature[] {
  const rewrites = [...outputRewrites, ...(entities ?? []).flatMap((slot) => slot.outputRewrites)];
  const keys = (entities ?? []).flatMap(({ requires }) => requires.flatMap(fieldsOf));
  return [
    ...(entities?.some(({ paths }) => paths.some((path) => path.some(isList))) ? (['entities in lists'] as const) : []),
    ...(entities && entities.length > 1 ? (['entities fetched together'] as const) : []),
    ...(rewrites.length > 0 ? (['keys renamed on the way out'] as const) : []),
    ...(entities?.some(({ inputRewrites }) => inputRewrites.length > 0)
      ? (['names rewritten on the way in'] as const)
      : []),
    ...(keys.includes('inventory') || keys.includes('museum') ? (['keys within objects'] as const) : []),
    ...(keys.includes('slug') || keys.includes('email') ? (['several keys'] as const) : []),
  ];
}

const fieldsOf = (part: Required): readonly string[] =>
  part.kind === 'FIELD' ? [part.name] : part.selections.flatMap(fieldsOf);

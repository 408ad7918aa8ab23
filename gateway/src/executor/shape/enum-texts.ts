import type { GraphQLEnumType } from 'graphql';

/** The values that clients may see. A subgraph may know more: they are not for clients and must not leak. */
export const enumTexts = (type: GraphQLEnumType): ReadonlyMap<unknown, string> =>
  new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));

import { parse, print } from 'graphql';
import { withFixedFields, type FixedFields } from './fixed-fields.ts';
import { withoutIdleKeys } from './without-idle-keys.ts';

/** A supergraph as Apollo's planner plans for it without mistakes, and how its plans are read. */
export type ApolloSupergraph = Readonly<{ supergraphSdl: string; fixedFields: FixedFields }>;

export function apolloSupergraph(supergraphSdl: string): ApolloSupergraph {
  const document = withoutIdleKeys(parse(supergraphSdl, { noLocation: true }));
  const { document: fixed, fixedFields } = withFixedFields(document);
  return { supergraphSdl: print(fixed), fixedFields };
}

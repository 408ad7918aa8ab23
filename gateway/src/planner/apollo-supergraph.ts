import { parse, type DocumentNode } from 'graphql';
import { withFixedFields, type FixedFields } from './fixed-fields.ts';
import { withoutIdleKeys } from './without-idle-keys.ts';

/** A supergraph as Apollo's planner plans for it without mistakes, and how its plans are read. */
export type ApolloSupergraph = Readonly<{
  document: DocumentNode;
  fixedFields: FixedFields;
  /** Whether it is another than the one given. */
  isChanged: boolean;
}>;

export function apolloSupergraph(supergraphSdl: string): ApolloSupergraph {
  const given = parse(supergraphSdl, { noLocation: true });
  const { document, fixedFields } = withFixedFields(withoutIdleKeys(given));
  return { document, fixedFields, isChanged: document !== given };
}

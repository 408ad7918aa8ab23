import { Kind, parse, print, type SelectionNode } from 'graphql';

/** What a key or a requirement names: `id organization { code }`. */
export const fieldSetOf = (text: string): readonly SelectionNode[] =>
  parse(`{ ${text} }`, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  );

export const fieldSetText = (selections: readonly SelectionNode[]): string => selections.map(print).join(' ');

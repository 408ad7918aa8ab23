import { GraphQLError } from 'graphql';
import type { Variables } from '../variables.ts';

/** Why there is no text of a value. */
export const Null = {
  /** The value is null. */
  plain: 0,
  /** The value cannot be answered; that is noted already. */
  reported: 1,
  /** The value may not be null: whatever holds it becomes null. */
  bubbling: 2,
} as const;

/** A value as JSON text, or why it has none. */
export type Written = string | (typeof Null)[keyof typeof Null];

/** The writing of one answer. */
export type Writing = {
  readonly variables: Variables;
  /** Keys down to the value in hand; only the first `depth` + 1 count. */
  readonly path: (string | number)[];
  depth: number;
  /** Values that subgraphs promised and did not give; null where nobody wants to know. */
  readonly faults: GraphQLError[] | null;
  /** Answers of the introspection fields at the root. */
  readonly introspected: Readonly<Record<string, unknown>>;
};

export type Write = (value: unknown, writing: Writing) => Written;

/** What a value is called in a message. */
export type Place = Readonly<{ parent: string; type: string }>;

/** Notes that the value in hand is not what the graph promises. */
export function note(writing: Writing, problem: string, { parent, type }: Place): void {
  if (!writing.faults) return;
  const path = writing.path.slice(0, writing.depth + 1);
  const key = path.at(-1);
  const subject = typeof key === 'number' ? `array element of type ${type} at index ${key}` : `field ${parent}.${key}`;
  writing.faults.push(new GraphQLError(`${problem} ${subject}.`, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
}

/** How large an operation may be, whoever asks. */
export type Limits = Readonly<{
  depth: number;
  aliases: number;
  rootFields: number;
  /** Fields of the whole document with every fragment written out. */
  selections: number;
  /** Directives at one place. */
  directives: number;
  fragments: number;
  operations: number;
  /** Points of one operation: an object costs 1, a list what it may hold. */
  cost: number;
}>;

export const defaultLimits: Limits = {
  depth: 15,
  aliases: 30,
  rootFields: 20,
  selections: 2_000,
  directives: 5,
  fragments: 50,
  operations: 1,
  cost: 25_000,
};

export const unlimited: Limits = {
  depth: Infinity,
  aliases: Infinity,
  rootFields: Infinity,
  selections: Infinity,
  directives: Infinity,
  fragments: Infinity,
  operations: Infinity,
  cost: Infinity,
};

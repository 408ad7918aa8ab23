import type { Variables } from './answer.ts';

/** One operation and what became of it: what a tester wants to see when a journey fails. */
export type Exchange = Readonly<{
  who: string;
  document: string;
  variables: Variables;
  status: number;
  sql: number | null;
  answer: string;
}>;

// The test's own world and the environment around it share this one name.
const key = Symbol.for('onevisit.exchanges');
const mostKept = 3;

type Keeper = { [key]?: Exchange[] };

/** Keeps the last operations of the test that runs. */
export function keepExchange(exchange: Exchange): void {
  const keeper = globalThis as Keeper;
  keeper[key] = [...(keeper[key] ?? []), exchange].slice(-mostKept);
}

/** The last operations of a test, from outside of its world. */
export const exchangesIn = (world: object): readonly Exchange[] => (world as Keeper)[key] ?? [];

export const forgetExchanges = (world: object): void => {
  (world as Keeper)[key] = [];
};

const longest = 4_000;
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);

/** An exchange as a person reads it. */
export const printedExchange = ({ who, document, variables, status, sql, answer }: Exchange): string =>
  [
    `── ${who} asked`,
    document.trim(),
    `variables ${short(JSON.stringify(variables, null, 2))}`,
    `── ${status}, ${sql ?? 'unknown number of'} SQL statements`,
    short(answer),
  ].join('\n');

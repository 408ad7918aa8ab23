/** Who wants which events: type -> names of subgraphs, all in alphabetical order. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

type Subscriber = Readonly<{ name: string; subscribesTo: readonly string[] }>;

export function subscriptionsOf(subscribers: readonly Subscriber[]): Subscriptions {
  const types = [...new Set(subscribers.flatMap(({ subscribesTo }) => subscribesTo))].toSorted();
  return Object.fromEntries(types.map((type) => [type, namesOf(type, subscribers)]));
}

const namesOf = (type: string, subscribers: readonly Subscriber[]): readonly string[] =>
  subscribers
    .filter(({ subscribesTo }) => subscribesTo.includes(type))
    .map(({ name }) => name)
    .toSorted();

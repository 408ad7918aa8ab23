import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';

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

/** What composing wrote down of them: a process that holds one subgraph does not know the others' code. */
export const composedSubscriptions = (root = repositoryRoot()): Subscriptions =>
  JSON.parse(readFileSync(join(root, 'gateway', 'events.json'), 'utf8')) as Subscriptions;

export const subscribersOf =
  (subscriptions: Subscriptions) =>
  (eventType: string): readonly string[] =>
    Object.hasOwn(subscriptions, eventType) ? (subscriptions[eventType] ?? []) : [];

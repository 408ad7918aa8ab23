import type { EventData } from '@onevisit/kernel';

/** An event of another subgraph that does not say what its type promises; it ends as a dead letter, with this reason. */
export class BadEventError extends Error {
  override readonly name = 'BadEventError';
}

/** Fields of an event, each as the type of event promises it. */
export const fieldsIn = (data: EventData) => ({
  text: (name: string): string => checked(name, data[name], isText),
  /** A number that is not negative, whole or not. */
  amount: (name: string): number => checked(name, data[name], isAmount),
  count: (name: string): number => checked(name, data[name], isCount),
});

function checked<Value>(name: string, value: unknown, isValue: (value: unknown) => value is Value): Value {
  if (!isValue(value)) throw new BadEventError(`${name} is not what it should be`);
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isCount = (value: unknown): value is number => isAmount(value) && Number.isSafeInteger(value);

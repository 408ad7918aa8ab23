import type { EventData } from '@onevisit/kernel';

/** An event of another subgraph that does not say what its type promises; it ends as a dead letter, with this reason. */
export class BadEventError extends Error {
  override readonly name = 'BadEventError';
}

/** Fields of an event, each as the type of event promises it. */
export const fieldsIn = (data: EventData) => ({
  text: (name: string): string => checked(name, data[name], isText),
  textOrNull: (name: string): string | null => checked(name, data[name] ?? null, isTextOrNull),
  texts: (name: string): readonly string[] => checked(name, data[name], isTexts),
  number: (name: string): number => checked(name, data[name], isNumber),
  boolean: (name: string): boolean => checked(name, data[name], isBoolean),
});

function checked<Value>(name: string, value: unknown, isValue: (value: unknown) => value is Value): Value {
  if (!isValue(value)) throw new BadEventError(`${name} is not what it should be`);
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

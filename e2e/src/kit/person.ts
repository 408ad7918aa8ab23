import { randomUUID } from 'node:crypto';
import type { Answer, Variables } from './answer.ts';
import { ask, type Asker, type Headers } from './ask.ts';

/** What a refused act tells. */
export type Refusal = Readonly<{ code: string; message: string; path?: readonly string[]; ruleRef?: string | null }>;

/** Fields of an answer whose shape a journey does not spell out. */
export type Fields = Readonly<Record<string, unknown>>;

/** Somebody who uses the graph. */
export type Person = Readonly<{
  /** Sends any operation and returns all that was answered. */
  ask: <Data = Fields>(document: string, variables?: Variables, headers?: Headers) => Promise<Answer<Data>>;
  /** Reads; the data, and never an error. */
  sees: <Data = Fields>(document: string, variables?: Variables) => Promise<Data>;
  /** Carries out an act; the fields that `selection` names, and never a refusal. */
  does: <Payload = Fields>(mutation: string, input: Variables, selection?: string) => Promise<Payload>;
  /** Tries an act that has to be refused; the codes of the refusal. */
  isRefused: (mutation: string, input: Variables) => Promise<readonly string[]>;
}>;

export function person(asker: Asker): Person {
  const act = (mutation: string, input: Variables, selection: string): Promise<Answer<Acted>> =>
    ask(asker, documentOf(mutation, selection), { input: { idempotencyKey: randomUUID(), ...input } });
  return {
    ask: (document, variables, headers) => ask(asker, document, variables, headers),
    sees: async <Data>(document: string, variables?: Variables) => {
      const { data, errors } = await ask<Data>(asker, document, variables);
      if (data === null || errors.length > 0) throw failed(asker, errors.map(told));
      return data;
    },
    does: async <Payload>(mutation: string, input: Variables, selection = '') => {
      const { data, errors } = await act(mutation, input, selection);
      const refusals = [...errors.map(told), ...(data?.payload?.errors ?? []).map(told)];
      if (!data?.payload || refusals.length > 0) throw failed(asker, [mutation, ...refusals]);
      return data.payload as Payload;
    },
    isRefused: async (mutation, input) => {
      const { data, errors } = await act(mutation, input, '');
      const refusals = [...errors.map(codeOf), ...(data?.payload?.errors ?? []).map(codeOf)];
      if (refusals.length === 0) throw failed(asker, [mutation, 'was not refused']);
      return refusals;
    },
  };
}

type Acted = Readonly<{ payload: (Fields & Readonly<{ errors: readonly Refusal[] }>) | null }>;
type Told = Readonly<{ message: string; code?: string; extensions?: Readonly<{ code: string }> }>;

const codeOf = ({ code, extensions }: Told): string => code ?? extensions?.code ?? 'no code';
const told = (error: Told): string => `${codeOf(error)}: ${error.message}`;

const documentOf = (mutation: string, selection: string): string =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
  payload: ${mutation}(input: $input) { ${selection} errors { code message path ruleRef } }
}`;

const failed = ({ who }: Asker, what: readonly string[]): Error => new Error(`${who}: ${what.join('; ')}`);

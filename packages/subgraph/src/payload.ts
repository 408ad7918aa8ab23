import type { Language, Made, Result, Viewer } from '@onevisit/kernel';
import { said, type Text } from './wording.ts';

/** How one refusal is told: in both languages, where in the input, and the article it rests on. */
export type Refusal = Text & Readonly<{ path?: readonly string[]; ruleRef?: string }>;

/** How each refusal of one mutation is told to the client. */
export type Wording<Code extends string> = Readonly<Record<Code, Refusal>>;

export type PayloadError<Code extends string> = Readonly<{
  code: Code;
  message: string;
  path: readonly string[];
  ruleRef: string | null;
}>;

/** What a mutation answers: after a refusal each of its fields is null. */
type Payload<Fields extends object, Code extends string> = {
  readonly [Field in keyof Fields]: Fields[Field] | null;
} & { readonly errors: readonly PayloadError<Code>[] };

/** Turns the outcome of a command into a mutation payload: what it made, read again, or why not. */
export async function payload<Value extends Made, Code extends string, Fields extends object>(
  { viewer }: Readonly<{ viewer: Viewer }>,
  outcome: Result<Value, Code>,
  wording: Wording<NoInfer<Code>>,
  read: (made: Value) => Promise<Fields>,
): Promise<Payload<Fields, Code>> {
  if (outcome.ok) return { ...(await read(outcome.value)), errors: [] };
  const errors = [payloadError(outcome.reason, wording[outcome.reason], viewer.language)];
  // What an object does not have, GraphQL gives out as null.
  return { errors } as unknown as Payload<Fields, Code>;
}

const payloadError = <Code extends string>(code: Code, refusal: Refusal, language: Language): PayloadError<Code> => ({
  code,
  message: said(refusal, language),
  path: ['input', ...(refusal.path ?? [])],
  ruleRef: refusal.ruleRef ?? null,
});

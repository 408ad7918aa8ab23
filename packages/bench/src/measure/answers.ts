import { isDeepStrictEqual } from 'node:util';
import { requestBytes } from '../load/request.ts';
import { documentOf, type Question } from '../operations/questions.ts';
import { askOnce } from '../processes/ready.ts';
import type { Variant } from '../variants/variant.ts';

/** The request that asks a question of a variant. */
export const wireRequest = ({ path, headersOf }: Pick<Variant, 'path' | 'headersOf'>, question: Question): Buffer =>
  requestBytes({
    path,
    headers: headersOf(question.caller, question.turn),
    query: documentOf(question),
    variables: question.variables(),
  });

/** What a variant answers, without what it says beside the data. */
export async function answerOf(variant: Variant, question: Question): Promise<unknown> {
  const { status, body } = await askOnce(variant.port, wireRequest(variant, question));
  const { data, errors } = JSON.parse(body.toString()) as { data?: unknown; errors?: unknown };
  return { status, data, ...(errors !== undefined && { errors }) };
}

/** Throws at the first question that is not answered as by the first variant; the order of fields does not matter. */
export async function checkEqualAnswers(variants: readonly Variant[], questions: readonly Question[]): Promise<void> {
  const [reference, ...others] = variants;
  if (!reference) return;
  for (const question of questions) {
    const expected = await answerOf(reference, question);
    for (const other of others) {
      const given = await answerOf(other, question);
      if (isSameAnswer(expected, given)) continue;
      throw new Error(
        `${other.name} answers ${question.operation} otherwise than ${reference.name}, ${firstDifference(expected, given)}`,
      );
    }
  }
}

/** Whatever the order of their fields. */
export const isSameAnswer = (expected: unknown, given: unknown): boolean => isDeepStrictEqual(given, expected);

/** Where two answers part, and how. */
export function firstDifference(expected: unknown, given: unknown, at = '$'): string {
  if (isBranch(expected) && isBranch(given)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
      if (!isDeepStrictEqual(expected[key], given[key])) {
        return firstDifference(expected[key], given[key], `${at}.${key}`);
      }
    }
  }
  return `at ${at}: ${shown(given)} and not ${shown(expected)}`;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 300));

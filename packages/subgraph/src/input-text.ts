import { visit, type DocumentNode } from 'graphql';
import { graphError } from './errors.ts';

// PostgreSQL cannot keep NUL, and half a surrogate pair is no character: both are refused rather than changed.
// The other control characters have no place in what a person writes, but for the tab and the new line.
// eslint-disable-next-line no-control-regex
const unstorable = /[\u0000-\u0008\u000B-\u001F]/;

export const isStorable = (text: string): boolean => !unstorable.test(text) && text.isWellFormed();

/** Refuses variables with text that could not be given back exactly as it came. */
export function checkVariables(value: unknown): void {
  if (typeof value === 'string' && !isStorable(value)) throw graphError('BAD_USER_INPUT', controlCharacters);
  if (Array.isArray(value)) value.forEach(checkVariables);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkVariables);
}

/** The same for text that stands in the document itself. */
export function checkLiterals(document: DocumentNode): void {
  visit(document, { StringValue: ({ value }) => checkVariables(value) });
}

const controlCharacters = {
  zh: '文本中含有无法保存的控制字符，请删除后重试。',
  en: 'The text holds control characters that cannot be kept. Remove them and try again.',
};

/** 32 bytes that count up from one. */
export const bytes = (from: number): Buffer =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => (from + index) % 256));

/** The text with another character at that position. */
export const changedAt = (text: string, position: number): string =>
  text.slice(0, position) + (text.charAt(position) === 'A' ? 'B' : 'A') + text.slice(position + 1);

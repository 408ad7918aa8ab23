const mostPlain = 256;
// eslint-disable-next-line no-control-regex -- JSON escapes exactly these
const toEscape = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON text; short strings that need no escape are quoted without a call of JSON. */
export const stringText = (value: string): string =>
  value.length < mostPlain && !toEscape.test(value) ? `"${value}"` : JSON.stringify(value);

/** What no answer may hold, whoever asks: insides of the server, and numbers that belong to people. */
const insides: readonly RegExp[] = [
  /\bat .{0,200}\.[cm]?[jt]s:\d+/,
  /\bselect\b.{1,400}\bfrom\b/i,
  /\b(?:insert into|delete from|update \w+ set)\b/i,
  /127\.0\.0\.1|\blocalhost\b/,
  /node_modules|\/services\/|\/packages\//,
  /\b(?:onevisit_(?:cases|organizations|staff_care|innovation|app))\b/,
];
const people: readonly RegExp[] = [/(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/, /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/];

/** The first thing in an answer that should not be there; null where all is well. */
export function leakIn(text: string, mayIdentify: boolean): string | null {
  for (const pattern of mayIdentify ? insides : [...insides, ...people]) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a decision rests on another version than the present one; without an expected version it rests on none. */
export const isStale = ({ version }: Readonly<{ version: number }>, expected: number | null | undefined): boolean =>
  expected !== null && expected !== undefined && expected !== version;

/**
 * What people say of one matter. `{place}` is the township, `{county}` its county, `{since}` a month before, `{amount}`
 * a sum of money, `{count}` a small number.
 */
export type MatterText = Readonly<{
  titles: readonly string[];
  facts: readonly string[];
  claims: readonly string[];
  /** The sums that it is about, in yuan: least and most. */
  money?: readonly [number, number];
}>;

export type MatterTexts = Readonly<Record<string, MatterText>>;

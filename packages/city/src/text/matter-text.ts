/**
 * 诉求故事: what somebody says of a matter. `{place}` is the township, `{since}` a month before, `{amount}` a sum of
 * money, `{count}` a small number.
 */
export type Story = Readonly<{
  title: string;
  facts: string;
  /** What is asked for, the main thing first. */
  claims: readonly string[];
  /** The sum that it is about, in yuan: least and most. */
  money: readonly [number, number] | null;
}>;

/** Stories by matter (`A1`). */
export type Stories = Readonly<Record<string, readonly Story[]>>;

export const story = (
  title: string,
  facts: string,
  claims: readonly string[],
  money: readonly [number, number] | null = null,
): Story => ({ title, facts, claims, money });

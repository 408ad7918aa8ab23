/** 指标定义: how one indicator is counted. */
export type IndicatorDefinition = Readonly<{
  code: string;
  version: number;
  name: string;
  englishName: string;
  formula: string;
  englishFormula: string;
  unit: 'SHARE' | 'DAYS' | 'POINTS';
  /** SHOWN: neither way is a merit; never scored and never a target. */
  direction: 'HIGHER' | 'LOWER' | 'SHOWN';
  period: 'QUARTER' | 'TRAILING_FOUR_QUARTERS' | 'YEAR';
  /** Below it the value is shown as not rated. */
  minimumDenominator: number;
}>;

/** Whether a value is one of these words. */
export const isOneOf =
  <const Word extends string>(...words: readonly Word[]) =>
  (value: unknown): value is Word =>
    words.some((word) => word === value);

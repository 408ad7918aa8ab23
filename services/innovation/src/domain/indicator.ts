/** Indicators as the organizations subgraph defines them, K01 to K27. */
export const isIndicator = (code: string): boolean => /^K(0[1-9]|1\d|2[0-7])$/.test(code);

/** Of these neither way is a merit: they would be pressed for at the cost of people (计分规则 neverTargeted). */
export const isOnlyShown = (code: string): boolean => ['K24', 'K27'].includes(code);

/** The only indicators that are no shares: days, and points. */
export const isShare = (code: string): boolean => !['K05', 'K25'].includes(code);

const lowerIsBetter: readonly string[] = ['K04', 'K05', 'K10', 'K13', 'K16', 'K17'];

/** Which way of an indicator is the better one. */
export const goodWay = (code: string): 1 | -1 => (lowerIsBetter.includes(code) ? -1 : 1);

/** 指标值: what an organization reached in a period that is over, frozen when it was published. */
export type IndicatorValue = Readonly<{
  code: string;
  organizationId: string;
  /** `2026-Q1`, or `2026`. */
  period: string;
  numerator: number;
  denominator: number;
  frozenAt: Date;
}>;

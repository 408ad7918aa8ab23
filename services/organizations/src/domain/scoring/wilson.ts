/** Of the normal distribution, for a bound that holds with 95 %. */
const z = 1.959964;

/** Wilson 95 % lower bound of a share: few ratings say less than many. */
export function wilsonLowerBound(numerator: number, denominator: number): number {
  const share = numerator / denominator;
  const square = z * z;
  const spread = z * Math.sqrt((share * (1 - share) + square / (4 * denominator)) / denominator);
  return Math.max(0, (share + square / (2 * denominator) - spread) / (1 + square / denominator));
}

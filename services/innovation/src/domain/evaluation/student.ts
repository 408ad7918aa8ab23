import { bisect } from 'simple-statistics';

/** Half of what lies outside a 95 % interval lies above it. */
const below = 0.975;

/** How many standard errors a 95 % interval reaches to each side, for so many degrees of freedom. */
export const reachOfInterval = (freedom: number): number =>
  bisect((t) => probabilityBelow(t, freedom) - below, 1.9, 13, 200, 1e-10);

/** Student's t for whole degrees of freedom, in closed form (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function probabilityBelow(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const isOdd = freedom % 2 === 1;
  const squared = Math.cos(angle) ** 2;
  let term = isOdd ? Math.cos(angle) : 1;
  let series = freedom > 1 ? term : 0;
  for (let power = isOdd ? 3 : 2; power < freedom; power += 2) {
    term *= (squared * (power - 1)) / power;
    series += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * series) : Math.sin(angle) * series;
  return 0.5 + within / 2;
}

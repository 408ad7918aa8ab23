import type { Organization } from './organization.ts';

/**
 * 复查机关: who may review an opinion of the organization, the usual one first. None where nobody in the city stands
 * above it.
 */
export function reviewBodiesOf({ governmentCode, superiorCode, isVertical }: Organization): readonly string[] {
  const bodies = isVertical ? [superiorCode] : [governmentCode, superiorCode];
  return bodies.filter((code) => code !== null);
}

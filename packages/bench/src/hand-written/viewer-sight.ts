import type { Viewer } from '@onevisit/kernel';

/** The key under which the callers of the benchmark find cases: a director the city's, the others their county's. */
export const scopeOf = ({ roles, areaCode }: Viewer): string =>
  `A:${roles.includes('DIRECTOR') ? '990100' : areaCode?.slice(0, 6)}`;

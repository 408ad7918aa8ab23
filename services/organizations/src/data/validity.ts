/** SQL of `isInForce` (domain/validity.ts), so that pages stay full; `day` names a parameter: `$3`. */
export const inForceOn = (day: string, alias: string): string =>
  `${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${alias}.valid_to >= ${day})`;

/** Why an operation goes to Apollo's executor, planned by Apollo's planner. */
export const handOverReasons = [
  /** It asks for the graph's definition and nothing else. */
  'INTROSPECTION',
  'SUBSCRIPTION',
  /** A name that every JavaScript object has. */
  'INHERITED_NAME',
  /** The plan holds something that is new to us. */
  'UNKNOWN_IN_PLAN',
] as const;

export type HandOverReason = (typeof handOverReasons)[number];

/** 机关单位, as much of it as staff care needs to know: where it stands. */
export type Organization = Readonly<{
  id: string;
  /** 业务上级. */
  superiorId: string | null;
  /** Codes from the city's down to its own area's. */
  areaPath: readonly string[];
}>;

/** An organization or a task force (专班) that another subgraph owns. */
export type Reference = Readonly<{ id: string }>;

/** What cases knows of an entity that another subgraph owns: its key. */
export type ById = Readonly<{ id: string }>;
export type ByCode = Readonly<{ code: string }>;

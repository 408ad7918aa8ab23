/** The key of an entity that another subgraph resolves; null where there is none. */
export function byId(id: string): Readonly<{ id: string }>;
export function byId(id: string | null): Readonly<{ id: string }> | null;
export function byId(id: string | null): Readonly<{ id: string }> | null {
  return id === null ? null : { id };
}

export const byCode = (code: string): Readonly<{ code: string }> => ({ code });

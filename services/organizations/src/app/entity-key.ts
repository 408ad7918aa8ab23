/** Organizations, campaigns and task forces are found by either of two keys. */
export type EntityKey = Readonly<{ id: string } | { code: string }>;

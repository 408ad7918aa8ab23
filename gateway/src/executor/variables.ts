/** Values of the client's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** A value as JSON; the rest of an answer is written by hand around it. */
export const quoted = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? 'null' : JSON.stringify(value);

/** `{"name":...}`, or null where nobody is known. */
export const named = (name: string | null | undefined, field = 'name'): string =>
  name === null || name === undefined ? 'null' : `{"${field}":${JSON.stringify(name)}}`;

export const edges = (nodes: readonly string[]): string =>
  `{"edges":[${nodes.map((node) => `{"node":${node}}`).join()}]}`;

/** SQLSTATE of the server, or the operating system's name of what went wrong; null where an error carries neither. */
export const codeOf = (error: unknown): string | null =>
  Error.isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : null;

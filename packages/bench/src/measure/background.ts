const background = /"dueAt"|strict_fifo_heads|\b(?:update|from|into) events\.(?!job\b)|pg_try_advisory/i;

/** Of our own work that nobody asked for: events on their way, rows that fall due. */
export const isBackground = (statement: string): boolean => background.test(statement);

import { randomUUID } from 'node:crypto';
import { toldError } from '@onevisit/data';

/** Where faults of work in the background are written down, each under an id of its own. */
export type ErrorLog = (error: unknown, errorId: string) => void;

export const logToStandardError: ErrorLog = (error, errorId) => {
  console.error(`error ${errorId} ${toldError(error)}`);
};

/** Writes a fault down; `what` says what was tried. Answers its id. */
export function logged(log: ErrorLog, what: string, cause: unknown): string {
  const errorId = randomUUID();
  log(new Error(what, { cause }), errorId);
  return errorId;
}

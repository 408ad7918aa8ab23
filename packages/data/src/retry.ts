import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './error-code.ts';

/**
 * Tries a unit of work again that the database did not carry through. The unit must be whole: its own transaction, or
 * one read. Ends when the error is of another kind, or when nobody would wait any longer.
 */
export async function retried<Value>(
  unit: () => Promise<Value>,
  isRetryable: (error: unknown) => boolean,
): Promise<Value> {
  const giveUp = Date.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await unit();
    } catch (error) {
      if (attempt === mostAttempts || Date.now() > giveUp || !isRetryable(error)) throw error;
      await pause((0.5 + Math.random() / 2) * 10 * 2 ** attempt);
    }
  }
}

const patience = 10_000;
/** With the pauses between them these outlast a server that restarts. */
const mostAttempts = 9;

/** Two transactions were in each other's way, and the server has rolled this one back. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01', '55P03'].includes(codeOf(error) ?? '');

/** The connection was lost, or there is none to be had: the server stops, starts, or cannot be reached. */
export function isConnectionLoss(error: unknown): boolean {
  if (!Error.isError(error)) return false;
  return lossCode.test(codeOf(error) ?? '') || lossMessage.test(error.message);
}

const lossCode = /^(57P0[123]|08...|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** Of `pg` and TypeORM, which give these no code. */
const lossMessage =
  /Connection terminated|not queryable|query runner was already released|timeout exceeded when trying to connect/i;

import { ClockError, FileLockError } from '@onevisit/home';
import { UsageError } from './usage-error.ts';

/** Runs what a person typed: what they can put right is told without a stack, and the exit code is 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isTold(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const isTold = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof ClockError || error instanceof FileLockError;

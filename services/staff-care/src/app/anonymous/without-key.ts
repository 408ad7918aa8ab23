import type { Result } from '@onevisit/kernel';

/** Of a verb that takes no idempotency key, because its row would tell who and when: none can be reused. */
export function withoutKey<Value, Reason extends string>(
  outcome: Result<Value, Reason>,
): Result<Value, Exclude<Reason, 'IDEMPOTENCY_KEY_REUSED'>> {
  if (!outcome.ok && outcome.reason === 'IDEMPOTENCY_KEY_REUSED') throw new Error('a key where there is none');
  return outcome as Result<Value, Exclude<Reason, 'IDEMPOTENCY_KEY_REUSED'>>;
}

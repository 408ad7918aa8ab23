import type { Refusal } from './payload.ts';

/** Refusals that several mutations share; each mutation's wording names the ones that apply to it. */
export const commonRefusals = {
  CASE_NOT_FOUND: { zh: '没有这个信访事项。', en: 'There is no such case.', path: ['caseId'] },
  STALE_VERSION: {
    zh: '内容已被他人修改，请刷新后重试。',
    en: 'Somebody has changed this meanwhile. Read it again first.',
    path: ['expectedVersion'],
  },
  WRONG_STATE: { zh: '当前状态下不能进行此操作。', en: 'This cannot be done in the present state.' },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键已用于另一请求。',
    en: 'This idempotency key was used for another request.',
    path: ['idempotencyKey'],
  },
} as const satisfies Record<string, Refusal>;

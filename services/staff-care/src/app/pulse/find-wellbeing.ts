import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

/** 心理状态问询结果: what was made public of that month when it was over. */
export const findWellbeing = query('wellbeing:read', ({ read }: ServiceRead, month: string) =>
  read.pulses.published(month),
);

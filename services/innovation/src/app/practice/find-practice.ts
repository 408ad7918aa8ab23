import { nestedQuery } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const findPractice = nestedQuery('practice:read', ({ load }: ServiceRead, id: string) =>
  load.practiceById.load(id),
);

import { insertRows } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import { leadershipPostTable } from './leadership-post.table.ts';

export const leadershipPostRepository = (manager: EntityManager) => ({
  headOf: (organizationId: string): Promise<LeadershipPost | null> =>
    manager.findOneBy(leadershipPostTable, { organizationId, isHead: true }),
  isHeldBy: async (organizationId: string, holderId: string): Promise<boolean> =>
    isId(holderId) && manager.existsBy(leadershipPostTable, { organizationId, holderId }),
  insertAll: (posts: readonly LeadershipPost[]) => insertRows(manager, leadershipPostTable, posts),
});

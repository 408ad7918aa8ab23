import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import { leadershipPostTable } from './leadership-post.table.ts';

export const leadershipPostRepository = (manager: EntityManager) => ({
  headOf: (organizationId: string): Promise<LeadershipPost | null> =>
    manager.findOneBy(leadershipPostTable, { organizationId, isHead: true }),
  insertAll: (posts: readonly LeadershipPost[]) => insertRows(manager, leadershipPostTable, posts),
});

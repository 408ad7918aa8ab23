import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import { leadershipPostTable } from './leadership-post.table.ts';

export const leadershipPostRepository = (manager: EntityManager) => ({
  insertAll: (posts: readonly LeadershipPost[]) => insertRows(manager, leadershipPostTable, posts),
});

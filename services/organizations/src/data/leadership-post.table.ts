import { defineTable } from '@onevisit/data';
import type { LeadershipPost } from '../domain/leadership-post.ts';

export const leadershipPostTable = defineTable<LeadershipPost>('leadership_posts', {
  id: 'uuid',
  version: 'integer',
  organizationId: 'uuid',
  title: 'text',
  holderId: 'uuid?',
  isHead: 'boolean',
  portfolio: 'text',
});

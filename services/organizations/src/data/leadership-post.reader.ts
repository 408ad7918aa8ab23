import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import { leadershipPostTable } from './leadership-post.table.ts';

const columns = selected(fieldsOf(leadershipPostTable), 'p');

const byIds = statement<LeadershipPost>(
  'leadership-posts-by-id',
  `select ${columns} from leadership_posts p where p.id = any($1)`,
);

const ofOrganizations = statement<LeadershipPost>(
  'leadership-posts-by-organization',
  `select ${columns} from leadership_posts p
   where p.organization_id = any($1)
   order by p.is_head desc, p.id`,
);

export const leadershipPostReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  ofOrganizations: (organizationIds: readonly string[]) => rows(ofOrganizations, [organizationIds]),
});

import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Campaign, CampaignState } from '../domain/campaign.ts';
import { campaignTable } from './campaign.table.ts';

const columns = selected(fieldsOf(campaignTable), 'c');

/** A campaign in the list of the task force that was asked about. */
export type CampaignOfTaskForce = Campaign & Readonly<{ taskForceId: string }>;

const byIds = statement<Campaign>('campaigns-by-id', `select ${columns} from campaigns c where c.id = any($1)`);

const byCodes = statement<Campaign>('campaigns-by-code', `select ${columns} from campaigns c where c.code = any($1)`);

const after = statement<Campaign>(
  'campaigns-after',
  `select ${columns} from campaigns c
   where c.code > $1 and ($3::text is null or c.state = $3)
   order by c.code limit $2`,
);

const ofTaskForces = statement<CampaignOfTaskForce>(
  'campaigns-by-task-force',
  `select j.task_force_id as "taskForceId", ${columns}
   from campaign_task_forces j join campaigns c on c.id = j.campaign_id
   where j.task_force_id = any($1)
   order by c.code`,
);

export type CampaignPage = Readonly<{ afterCode: string; limit: number; state: CampaignState | null }>;

export const campaignReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),
  page: ({ afterCode, limit, state }: CampaignPage) => rows(after, [afterCode, limit, state]),
  ofTaskForces: (taskForceIds: readonly string[]) => rows(ofTaskForces, [taskForceIds]),
});

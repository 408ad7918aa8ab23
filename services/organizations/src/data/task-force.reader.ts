import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { TaskForce, TaskForceState } from '../domain/task-force.ts';
import { taskForceTable } from './task-force.table.ts';

const columns = selected(fieldsOf(taskForceTable), 't');

/** A task force in the list of the campaign that was asked about. */
export type TaskForceOfCampaign = TaskForce & Readonly<{ campaignId: string }>;

const byIds = statement<TaskForce>('task-forces-by-id', `select ${columns} from task_forces t where t.id = any($1)`);

const byCodes = statement<TaskForce>(
  'task-forces-by-code',
  `select ${columns} from task_forces t where t.code = any($1)`,
);

const after = statement<TaskForce>(
  'task-forces-after',
  `select ${columns} from task_forces t
   where t.code > $1 and ($3::text is null or t.state = $3)
   order by t.code limit $2`,
);

const ofCampaigns = statement<TaskForceOfCampaign>(
  'task-forces-by-campaign',
  `select j.campaign_id as "campaignId", ${columns}
   from campaign_task_forces j join task_forces t on t.id = j.task_force_id
   where j.campaign_id = any($1)
   order by t.code`,
);

const ledBy = statement<TaskForce>(
  'task-forces-by-lead',
  `select ${columns} from task_forces t where t.lead_id = any($1) order by t.code`,
);

export type TaskForcePage = Readonly<{ afterCode: string; limit: number; state: TaskForceState | null }>;

export const taskForceReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),
  page: ({ afterCode, limit, state }: TaskForcePage) => rows(after, [afterCode, limit, state]),
  ofCampaigns: (campaignIds: readonly string[]) => rows(ofCampaigns, [campaignIds]),
  ledBy: (staffIds: readonly string[]) => rows(ledBy, [staffIds]),
});

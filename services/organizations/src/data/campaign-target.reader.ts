import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { TargetOnRecord } from '../domain/campaign-target.ts';
import { campaignTargetTable } from './campaign-target.table.ts';

const targetsSql = `
  select ${selected(fieldsOf(campaignTargetTable), 't')}, newest.latest
  from campaign_targets t
  join organizations o on o.id = t.organization_id
  left join lateral (
    select jsonb_build_object(
      'code', v.code, 'period', v.period, 'numerator', v.numerator, 'denominator', v.denominator
    ) as latest
    from indicator_values v
    where v.organization_id = t.organization_id and v.code = t.indicator_code and v.frozen_at > t.set_at
    order by v.frozen_at desc limit 1
  ) newest on true
`;

const ofCampaigns = statement<TargetOnRecord>(
  'targets-by-campaign',
  `${targetsSql} where t.campaign_id = any($1) order by o.code, t.indicator_code`,
);

const byIds = statement<TargetOnRecord>('targets-by-id', `${targetsSql} where t.id = any($1)`);

export const campaignTargetReader = ({ rows }: Reader) => ({
  ofCampaigns: (campaignIds: readonly string[]) => rows(ofCampaigns, [campaignIds]),
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
});

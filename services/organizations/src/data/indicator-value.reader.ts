import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import { indicatorValueTable } from './indicator-value.table.ts';

const columns = selected(fieldsOf(indicatorValueTable), 'v');

/** A value in the list of its indicator, which is in the order of the organizations' codes. */
export type ListedValue = IndicatorValue & Readonly<{ organizationCode: string }>;

export type ValueSlice = Readonly<{ period: string; afterCode: string; limit: number }>;

const ofIndicators = statement<ListedValue>(
  'indicator-values-by-indicator',
  `select listed.*
   from unnest($4::text[]) as asked (code)
   cross join lateral (
     select o.code as "organizationCode", ${columns}
     from indicator_values v join organizations o on o.id = v.organization_id
     where v.code = asked.code and v.period = $1 and o.code > $2
     order by o.code limit $3
   ) listed
   order by listed."organizationCode"`,
);

const ofOrganizations = statement<IndicatorValue>(
  'indicator-values-by-organization',
  `select ${columns} from indicator_values v where v.organization_id = any($2) and v.period = $1 order by v.code`,
);

export const indicatorValueReader = ({ rows }: Reader) => ({
  /** A page of each indicator's values in a period. */
  ofIndicators: ({ period, afterCode, limit }: ValueSlice, codes: readonly string[]) =>
    rows(ofIndicators, [period, afterCode, limit, codes]),
  ofOrganizations: (period: string, organizationIds: readonly string[]) =>
    rows(ofOrganizations, [period, organizationIds]),
});

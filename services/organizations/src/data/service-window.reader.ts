import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { ServiceWindow } from '../domain/service-window.ts';
import { serviceWindowTable } from './service-window.table.ts';

const columns = selected(fieldsOf(serviceWindowTable), 'w');

const byIds = statement<ServiceWindow>(
  'service-windows-by-id',
  `select ${columns} from service_windows w where w.id = any($1)`,
);

const ofOrganizations = statement<ServiceWindow>(
  'service-windows-by-organization',
  `select ${columns} from service_windows w where w.organization_id = any($1) order by w.code`,
);

const after = statement<ServiceWindow>(
  'service-windows-after',
  `select ${columns} from service_windows w where w.code > $1 order by w.code limit $2`,
);

const underArea = statement<ServiceWindow>(
  'service-windows-under-area',
  `select ${columns}
   from organization_areas a join service_windows w on w.organization_id = a.organization_id
   where a.area_code = $3 and w.code > $1
   order by w.code limit $2`,
);

export type ServiceWindowPage = Readonly<{ afterCode: string; limit: number; areaCode: string | null }>;

export const serviceWindowReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  ofOrganizations: (organizationIds: readonly string[]) => rows(ofOrganizations, [organizationIds]),

  /** With an area, the windows of its organizations and of all areas below. */
  page: ({ afterCode, limit, areaCode }: ServiceWindowPage) =>
    areaCode === null ? rows(after, [afterCode, limit]) : rows(underArea, [afterCode, limit, areaCode]),
});

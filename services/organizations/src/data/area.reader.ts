import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { AdministrativeLevel, Area } from '../domain/area.ts';
import { areaTable } from './area.table.ts';

const columns = selected(fieldsOf(areaTable));

const byCodes = statement<Area>('areas-by-code', `select ${columns} from areas where code = any($1)`);

const childrenOf = statement<Area>(
  'areas-by-parent',
  `select ${columns} from areas where parent_code = any($1) order by code`,
);

const after = statement<Area>(
  'areas-after',
  `select ${columns} from areas where code > $1 and ($2::text is null or level = $2) order by code limit $3`,
);

export type AreaPage = Readonly<{ afterCode: string; level: AdministrativeLevel | null; limit: number }>;

export const areaReader = ({ rows }: Reader) => ({
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),
  childrenOf: (parentCodes: readonly string[]) => rows(childrenOf, [parentCodes]),
  page: ({ afterCode, level, limit }: AreaPage) => rows(after, [afterCode, level, limit]),
});

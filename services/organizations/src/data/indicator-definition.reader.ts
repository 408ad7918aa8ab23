import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { IndicatorDefinition } from '../domain/indicator-definition.ts';
import { indicatorDefinitionTable } from './indicator-definition.table.ts';

const columns = selected(fieldsOf(indicatorDefinitionTable));

const all = statement<IndicatorDefinition>(
  'indicator-definitions',
  `select ${columns} from indicator_definitions order by code`,
);

const byCodes = statement<IndicatorDefinition>(
  'indicator-definitions-by-code',
  `select ${columns} from indicator_definitions where code = any($1)`,
);

export const indicatorDefinitionReader = ({ rows }: Reader) => ({
  all: () => rows(all, []),
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),
});

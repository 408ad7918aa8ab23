import { fieldsOf, insertRow, insertRows, selected } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { PreRegistration } from '../domain/evaluation/pre-registration.ts';
import type { IndicatorValue } from '../domain/indicator.ts';
import { evaluationTable, indicatorValueTable, preRegistrationTable } from './evaluation.table.ts';

const ledgerColumns = selected(fieldsOf(indicatorValueTable), 'v');

/** Nothing in here is ever changed. */
export const evaluationRepository = (manager: EntityManager) => ({
  /** The first value of a period stays: it is never counted again. */
  freeze: async (value: IndicatorValue): Promise<void> => {
    await manager.createQueryBuilder().insert().into(indicatorValueTable).values(value).orIgnore().execute();
  },

  /** All values of these indicators that the units ever had. */
  ledgerOf: (codes: readonly string[], unitIds: readonly string[]): Promise<readonly IndicatorValue[]> =>
    manager.query(
      `select ${ledgerColumns} from indicator_values v
       where v.organization_id = any($2::uuid[]) and v.code = any($1::text[])`,
      [codes, unitIds],
    ),

  register: (registration: PreRegistration) => insertRow(manager, preRegistrationTable, registration),
  registerAll: (registrations: readonly PreRegistration[]) => insertRows(manager, preRegistrationTable, registrations),
  registrationOf: (projectId: string): Promise<PreRegistration | null> =>
    manager.findOneBy(preRegistrationTable, { projectId }),

  of: async (projectId: string): Promise<Evaluation | null> =>
    isId(projectId) ? manager.findOneBy(evaluationTable, { projectId }) : null,

  insert: (evaluation: Evaluation) => insertRow(manager, evaluationTable, evaluation),
});

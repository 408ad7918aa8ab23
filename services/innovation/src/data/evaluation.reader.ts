import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { PreRegistration } from '../domain/evaluation/pre-registration.ts';
import { evaluationTable, preRegistrationTable } from './evaluation.table.ts';

const registrations = statement<PreRegistration>(
  'pre-registrations-of-projects',
  `select ${selected(fieldsOf(preRegistrationTable), 'r')} from pre_registrations r where r.project_id = any($1)`,
);

const evaluations = statement<Evaluation>(
  'evaluations-of-projects',
  `select ${selected(fieldsOf(evaluationTable), 'e')} from evaluations e where e.project_id = any($1)`,
);

export const evaluationReader = ({ rows }: Reader) => ({
  registrationsOf: (projectIds: readonly string[]) => rows(registrations, [projectIds]),
  of: (projectIds: readonly string[]) => rows(evaluations, [projectIds]),
});

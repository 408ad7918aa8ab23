import { colorOf, remainingDays, type DueDate } from '@onevisit/calendar';
import { graphError, said, type FieldsOf } from '@onevisit/subgraph';
import { caseWithin, withCase } from '../app/case/find-case.ts';
import { listDeadlines } from '../app/deadline/list-deadlines.ts';
import { simulateDueDate } from '../app/deadline/simulate-due-date.ts';
import type { ServiceFailure } from '../domain/case-file.ts';
import { isPending, type Deadline } from '../domain/deadline.ts';
import type { DeadlineResolvers, DueDateResolvers, QueryResolvers, ServiceFailureResolvers } from './generated.ts';
import { byId } from './references.ts';
import { refusals } from './refusals.ts';

export const deadlineQueries = {
  deadlines: (_, { filter, ...request }, operation) => listDeadlines(operation, { ...request, filter: filter ?? {} }),
  dueSimulator: async (_, question, operation) => {
    const due = await simulateDueDate(operation, question);
    if (!due.ok) throw graphError('BAD_USER_INPUT', simulatorTexts[due.reason]);
    return due.value;
  },
} satisfies Partial<QueryResolvers>;

const simulatorTexts = {
  CALENDAR_NOT_PUBLISHED: refusals.CALENDAR_NOT_PUBLISHED,
  KIND_WITHOUT_TERM_IN_DAYS: {
    zh: '该类期限没有固定天数，无法试算。',
    en: 'A term of this kind has no fixed number of days.',
  },
};

export const dueDateFields: FieldsOf<DueDateResolvers, DueDate> = {
  dueOn: ({ dueOn }) => dueOn.toString(),
  rolledFrom: ({ rolledFrom }) => rolledFrom?.toString() ?? null,
  reason: ({ reason }, _, { viewer }) => reason && said(reason, viewer.language),
};

export const deadlineFields: FieldsOf<DeadlineResolvers, Deadline> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.deadlines.byId.load(id)),
  case: ({ caseId }, _, operation) => caseWithin(operation, { id: caseId }),
  responsibleOrganization: ({ responsibleOrganizationId }) => byId(responsibleOrganizationId),
  remainingDays: (deadline, _, { now }) => (isPending(deadline) ? remainingDays(deadline, now) : null),
  color: (deadline, _, { now }) => (isPending(deadline) ? colorOf(deadline, now) : null),
};

export const serviceFailureFields: FieldsOf<ServiceFailureResolvers, ServiceFailure> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.failures.byId.load(id)),
  organization: ({ organizationId }) => byId(organizationId),
  case: ({ caseId }, _, operation) => caseWithin(operation, { id: caseId }),
  deadline: ({ deadlineId }, _, { load }) => load.deadlines.byId.load(deadlineId),
};

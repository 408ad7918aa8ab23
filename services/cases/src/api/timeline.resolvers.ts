import type { FieldsOf } from '@onevisit/subgraph';
import { caseWithin } from '../app/case/find-case.ts';
import type { CaseEvent } from '../domain/case-event.ts';
import { knowledgeOf, levelOf } from '../domain/case.policy.ts';
import { labelOf } from './event-labels.ts';
import type { CaseEventResolvers } from './generated.ts';
import { byId } from './references.ts';

export const caseEventFields: FieldsOf<CaseEventResolvers, CaseEvent> = {
  __resolveReference: async ({ id }, operation) => {
    const event = await operation.load.eventsById.load(id);
    const subject = event && (await caseWithin(operation, { id: event.caseId }));
    return subject && levelOf(event.visibility) <= knowledgeOf(operation.viewer, subject) ? event : null;
  },
  label: ({ type }, _, { viewer }) => labelOf(type, viewer.language),
  actor: ({ actorStaffId }) => byId(actorStaffId),
  actorOrganization: ({ actorOrganizationId }) => byId(actorOrganizationId),
};

import { remainingDays, ruleFor, localDate } from '@onevisit/calendar';
import { said, type FieldsOf } from '@onevisit/subgraph';
import { findPetitionerView } from '../app/petitioner/find-petitioner-view.ts';
import { actionsOn } from '../app/case/parts-of-case.ts';
import type { Case } from '../domain/case.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { IdentityAccess } from '../domain/capability.ts';
import { caseFields } from './case.resolvers.ts';
import type {
  IdentityAccessResolvers,
  PetitionerCaseViewResolvers,
  PetitionerDeadlineResolvers,
  QueryResolvers,
} from './generated.ts';
import { byId } from './references.ts';
import { statusTexts } from './status-texts.ts';

export const petitionerQueries = {
  caseByTracking: (_, { caseNo }, operation) => findPetitionerView(operation, caseNo),
} satisfies Partial<QueryResolvers>;

export const petitionerCaseViewFields: FieldsOf<PetitionerCaseViewResolvers, Case> = {
  statusText: ({ status }, _, { viewer }) => said(statusTexts[status], viewer.language),
  overallElapsedDays: caseFields.overallElapsedDays,
  receivingOrganization: caseFields.receivingOrganization,
  responsibleOrganization: caseFields.responsibleOrganization,
  narrative: caseFields.narrative,
  claims: caseFields.claims,
  deadlines: ({ id }, _, { load }) => load.deadlines.ofCase.load(id),
  opinion: caseFields.opinion,
  executionItems: caseFields.executionItems,
  petitionerHeard: caseFields.petitionerHeard,
  contacts: caseFields.contacts,
  identityAccessLog: ({ id }, _, { load }) => load.accesses.load(id),
  availableActions: (subject, _, operation) => actionsOn(operation, subject),
  grade: (_subject, _, { viewer }) => viewer.grade ?? 'VIEW',
  confirmation: async ({ id }, _, { load }) => (await load.confirmations.load(id)).at(-1) ?? null,
  timeline: caseFields.timeline,
};

export const petitionerDeadlineFields: FieldsOf<PetitionerDeadlineResolvers, Deadline> = {
  meaning: ({ kind, startedAt }, _, { viewer }) => {
    const { chineseName, englishName } = ruleFor(kind, localDate(startedAt));
    return viewer.language === 'en' ? englishName : chineseName;
  },
  remainingDays: (deadline, _, { now }) => remainingDays(deadline, now),
};

export const identityAccessFields: FieldsOf<IdentityAccessResolvers, IdentityAccess> = {
  organization: ({ organizationId }) => byId(organizationId),
};

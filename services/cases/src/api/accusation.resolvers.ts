import { payload, type FieldsOf } from '@onevisit/subgraph';
import { acknowledgeHandover } from '../app/accusation/acknowledge-handover.ts';
import { declineHandover } from '../app/accusation/decline-handover.ts';
import { handOverAccusation } from '../app/accusation/hand-over-accusation.ts';
import {
  claimsOfAccusation,
  listAccusationIntake,
  narrativeOfAccusation,
  respondentsOfAccusation,
} from '../app/accusation/list-accusation-intake.ts';
import type { ServiceOperation } from '../app/operation.ts';
import type { AccusationHandover, IntakeItem } from '../domain/accusation.ts';
import type {
  AccusationHandoverResolvers,
  AccusationIntakeItemResolvers,
  MutationResolvers,
  QueryResolvers,
} from './generated.ts';
import { byId } from './references.ts';
import { at, refusals } from './refusals.ts';

export const accusationQueries = {
  accusationIntake: (_, request, operation) => listAccusationIntake(operation, request),
} satisfies Partial<QueryResolvers>;

const made = async (operation: ServiceOperation, { handoverId }: Readonly<{ handoverId: string | null }>) => ({
  handover: handoverId === null ? null : await operation.load.handovers.load(handoverId),
});

export const accusationMutations = {
  handOverAccusation: async (_, { input }, operation) =>
    payload(operation, await handOverAccusation(operation, input), handOverRefusals, (done) => made(operation, done)),
  acknowledgeHandover: async (_, { input }, operation) =>
    payload(operation, await acknowledgeHandover(operation, input), refusals, (done) => made(operation, done)),
  declineHandover: async (_, { input }, operation) =>
    payload(operation, await declineHandover(operation, input), declineRefusals, (done) => made(operation, done)),
} satisfies Partial<MutationResolvers>;

const handOverRefusals = {
  ...refusals,
  SECOND_PERSON_REQUIRED: {
    zh: '移交须由两人办理：请由本单位另一人确认。',
    en: 'A handover takes two people: another one of the same office carries it out.',
    path: [],
    ruleRef: '产品规则：检举控告移交须两人办理',
  },
};

const declineRefusals = {
  ...refusals,
  ORGANIZATION_NOT_FOUND: at(refusals.ORGANIZATION_NOT_FOUND, 'competentOrganizationId'),
  ORGANIZATION_NO_LONGER_VALID: at(refusals.ORGANIZATION_NO_LONGER_VALID, 'competentOrganizationId'),
  RECIPIENT_FORBIDDEN: at(refusals.RECIPIENT_FORBIDDEN, 'competentOrganizationId'),
  RECIPIENT_NOT_COMPETENT: at(refusals.RECIPIENT_NOT_COMPETENT, 'competentOrganizationId'),
};

export const accusationIntakeItemFields: FieldsOf<AccusationIntakeItemResolvers, IntakeItem> = {
  narrative: (item, _, operation) => narrativeOfAccusation(operation, item),
  claims: (item, _, operation) => claimsOfAccusation(operation, item),
  respondents: (item, _, operation) => respondentsOfAccusation(operation, item),
  isRealName: ({ isAnonymous }, _, { viewer }) => (viewer.roles.includes('DISCIPLINE') ? !isAnonymous : null),
};

export const accusationHandoverFields: FieldsOf<AccusationHandoverResolvers, AccusationHandover> = {
  toOrganization: ({ toOrganizationId }) => byId(toOrganizationId),
  organizationDepartment: ({ organizationDepartmentId }) => byId(organizationDepartmentId),
  competentOrganization: ({ competentOrganizationId }) => byId(competentOrganizationId),
};

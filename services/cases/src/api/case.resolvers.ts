import { graphError, type FieldsOf } from '@onevisit/subgraph';
import { inCase } from '../domain/in-case.ts';
import { caseWithin, findCase } from '../app/case/find-case.ts';
import { countCases, listCases } from '../app/case/list-cases.ts';
import { findIssueType } from '../app/issue-type/list-issue-types.ts';
import { narrativeOf, sealedWords } from '../app/vault/open-sealed.ts';
import { actionsOn, opinionOf } from '../app/case/parts-of-case.ts';
import { timelineOfCase } from '../app/case/timeline-of-case.ts';
import { isSealed, overallElapsedDays, stageOf, type Case } from '../domain/case.ts';
import { isOwed, isRunning } from '../domain/deadline.ts';
import type { CaseConnectionResolvers, CaseResolvers, QueryResolvers } from './generated.ts';
import { byCode, byId } from './references.ts';

export const caseQueries = {
  case: (_, { id, caseNo }, operation) => {
    if (id && !caseNo) return findCase(operation, { id });
    if (caseNo && !id) return findCase(operation, { caseNo });
    throw graphError('BAD_USER_INPUT', oneKeyNeeded);
  },
  cases: async (_, { first, after, filter }, operation) => {
    const question = { first, after, filter: filter ?? {} };
    const found = await listCases(operation, question);
    return { ...found, count: () => countCases(operation, question) };
  },
} satisfies Partial<QueryResolvers>;

const oneKeyNeeded = { zh: '请只填写 id 和 caseNo 中的一个。', en: 'Name the case by its id or by its number.' };

export const caseConnectionFields: CaseConnectionResolvers = { totalCount: ({ count }) => count() };

export const caseFields: FieldsOf<CaseResolvers, Case> = {
  __resolveReference: (reference, operation) =>
    caseWithin(operation, 'id' in reference ? { id: reference.id } : { caseNo: reference.caseNo }),
  title: (subject) => (isSealed(subject) ? sealedWords : subject.title),
  summary: (subject) => (isSealed(subject) ? null : subject.summary),
  narrative: (subject, _, operation) => narrativeOf(operation, subject),
  claims: async (subject, _, { load }) => (await load.claims.load(subject.id)).map((claim) => inCase(subject, claim)),
  issueType: ({ issueTypeCode }, _, operation) => findIssueType(operation, issueTypeCode),
  area: ({ areaCode }) => byCode(areaCode),
  receivingOrganization: ({ receivingOrganizationId }) => byId(receivingOrganizationId),
  firstResponsibleOrganization: ({ firstResponsibleOrganizationId }) => byId(firstResponsibleOrganizationId),
  responsibleOrganization: ({ responsibleOrganizationId }) => byId(responsibleOrganizationId),
  handler: ({ handlerId }) => byId(handlerId),
  parties: async (subject, _, { load }) =>
    (await load.parties.ofCase.load(subject.id)).map((party) => inCase(subject, party)),
  respondents: async (subject, _, { load }) =>
    (await load.respondents.load(subject.id)).map(({ organizationId }) => ({ id: organizationId })),
  stage: ({ status }) => stageOf(status),
  overallElapsedDays: (subject, _, { now }) => overallElapsedDays(subject, now),
  deadlines: ({ id }, _, { load }) => load.deadlines.ofCase.load(id),
  nextDeadline: async ({ id }, _, { load }) =>
    (await load.deadlines.ofCase.load(id))
      .filter((deadline) => isRunning(deadline) && isOwed(deadline))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null,
  contacts: async (subject, _, { load }) =>
    (await load.contacts.ofCase.load(subject.id)).map((contact) => inCase(subject, contact)),
  referrals: ({ id }, _, { load }) => load.referrals.ofCase.load(id),
  objections: async (subject, _, { load }) =>
    (await load.objections.ofCase.load(subject.id)).map((objection) => inCase(subject, objection)),
  competenceDisputes: ({ id }, _, { load }) => load.disputes.load(id),
  admission: async ({ id }, _, { load }) => (await load.admissions.load(id)).at(-1) ?? null,
  contests: async (subject, _, { load }) =>
    (await load.contests.load(subject.id)).map((contest) => inCase(subject, contest)),
  petitionerHeard: async (subject, _, { load }) =>
    (await load.heard.load(subject.id)).map((record) => inCase(subject, record)),
  opinion: (subject, _, operation) => opinionOf(operation, subject),
  deliveries: ({ id }, _, { load }) => load.deliveries.ofCase.load(id),
  executionItems: ({ id }, _, { load }) => load.executionItems.ofCase.load(id),
  serviceFailures: ({ id }, _, { load }) => load.failures.ofCase.load(id),
  campaign: ({ campaignId }) => byId(campaignId),
  taskForce: ({ taskForceId }) => byId(taskForceId),
  timeline: (subject, request, operation) => timelineOfCase(operation, subject, request),
  availableActions: (subject, _, operation) => actionsOn(operation, subject),
};

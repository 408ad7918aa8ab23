import { newId, seededId, type DeliveredEvent } from '@onevisit/kernel';
import type { Reference } from '../app/city/record-reference.ts';
import type { Area } from '../domain/area.ts';
import type { CampaignTarget } from '../domain/campaign-target.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Competence } from '../domain/competence.ts';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import type { LeadershipPost } from '../domain/leadership-post.ts';
import type { Organization } from '../domain/organization.ts';
import type { ServiceWindow } from '../domain/service-window.ts';
import type { TaskForce } from '../domain/task-force.ts';

/** An area below `parent`, or at the top. */
export const anArea = (overrides: Partial<Area> = {}, parent: Area | null = null): Area => {
  const code = overrides.code ?? '990100';
  return {
    code,
    name: `区划 ${code}`,
    level: 'CITY',
    parentCode: parent?.code ?? null,
    path: [...(parent?.path ?? []), code],
    population: null,
    ...overrides,
  };
};

export const anOrganization = (overrides: Partial<Organization> = {}): Organization => {
  const code = overrides.code ?? '990100-HRSS';
  return {
    id: seededId('organization', code),
    version: 1,
    code,
    name: `单位 ${code}`,
    shortName: code,
    kind: 'DEPARTMENT',
    level: 'CITY',
    areaCode: code.split('-')[0] ?? code,
    superiorId: null,
    successorId: null,
    isVertical: false,
    functions: [],
    peerGroup: null,
    validFrom: '2024-01-01',
    validTo: null,
    ...overrides,
  };
};

export const aCompetence = (overrides: Partial<Competence> & { of?: Organization } = {}): Competence => {
  const { of = anOrganization(), ...given } = overrides;
  const { issueTypeCode = 'A1', areaCode = of.areaCode } = given;
  return {
    id: seededId('competence', `${of.code}/${issueTypeCode}/${areaCode}`),
    version: 1,
    organizationId: of.id,
    issueTypeCode,
    areaCode,
    legalBasis: '《信访工作条例》第二十二条',
    priority: 1,
    validFrom: '2024-01-01',
    validTo: null,
    ...given,
  };
};

export const aLeadershipPost = (overrides: Partial<LeadershipPost> & { code?: string } = {}): LeadershipPost => {
  const { code = '990100-HRSS/1', ...given } = overrides;
  return {
    id: seededId('leadership-post', code),
    version: 1,
    organizationId: anOrganization().id,
    title: '局长',
    holderId: null,
    isHead: true,
    portfolio: '全面工作',
    ...given,
  };
};

export const aServiceWindow = (overrides: Partial<ServiceWindow> = {}): ServiceWindow => ({
  id: seededId('service-window', overrides.code ?? 'W-990100'),
  version: 1,
  code: 'W-990100',
  organizationId: anOrganization().id,
  name: '人民来访接待窗口',
  address: '云泽市望川区',
  hours: '工作日 9:00–17:00',
  channels: ['VISIT'],
  accessibility: [],
  queueEnabled: true,
  ...overrides,
});

export const aTaskForce = (overrides: Partial<TaskForce> = {}): TaskForce => {
  const code = overrides.code ?? 'TF-BACKLOG';
  return {
    id: seededId('task-force', code),
    version: 1,
    code,
    name: `专班 ${code}`,
    mandate: '化解积案',
    leadId: null,
    sections: [],
    startsOn: '2026-01-01',
    endsOn: null,
    state: 'ACTIVE',
    ...overrides,
  };
};

export const aCampaign = (overrides: Partial<Campaign> = {}): Campaign => {
  const code = overrides.code ?? 'CP-BACKLOG';
  return {
    id: seededId('campaign', code),
    version: 1,
    code,
    officialName: `攻坚战 ${code}`,
    workingName: '积案清仓',
    purpose: '让久拖未决的事项得到答复',
    publicPledge: '每件积案都有负责人',
    startsOn: '2026-01-01',
    endsOn: null,
    state: 'ACTIVE',
    ...overrides,
  };
};

export const anIndicatorValue = (overrides: Partial<IndicatorValue> = {}): IndicatorValue => ({
  code: 'K03',
  organizationId: anOrganization().id,
  period: '2026-Q1',
  numerator: 36,
  denominator: 40,
  frozenAt: new Date('2026-04-01T00:00:00Z'),
  ...overrides,
});

export const aCampaignTarget = (overrides: Partial<CampaignTarget> = {}): CampaignTarget => ({
  id: newId(),
  campaignId: aCampaign().id,
  organizationId: anOrganization().id,
  indicatorCode: 'K15',
  baseline: 0.4,
  target: 0.8,
  plan: '逐件包案化解',
  ownerId: seededId('staff', '990100-HRSS/1'),
  setAt: new Date('2026-04-30T02:00:00Z'),
  dueOn: '2026-12-31',
  ...overrides,
});

/** An event of another subgraph, about something new. */
export const anEvent = (overrides: Partial<DeliveredEvent> = {}): DeliveredEvent => ({
  id: newId(),
  source: 'cases',
  type: 'serviceFailure.confirmed.v1',
  subjectId: newId(),
  subjectVersion: 1,
  time: '2026-04-29T02:00:00.000Z',
  organizationId: null,
  actorOrganizationId: null,
  data: {},
  ...overrides,
});

/** Reference data that holds only what a test names. */
export const aReference = (overrides: Partial<Reference> = {}): Reference => ({
  areas: [anArea()],
  organizations: [],
  leadershipPosts: [],
  serviceWindows: [],
  competences: [],
  taskForces: [],
  campaigns: [],
  campaignTaskForces: [],
  campaignTargets: [],
  indicatorDefinitions: [],
  ruleSets: [],
  ruleSetSteps: [],
  ...overrides,
});

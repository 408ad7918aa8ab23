import { seededId } from '@onevisit/kernel';
import type { Milestone } from '../domain/milestone.ts';
import type { PreRegistration } from '../domain/evaluation/pre-registration.ts';
import type { IndicatorValue } from '../domain/indicator.ts';
import type { InnovationProject } from '../domain/innovation-project.ts';
import type { Practice } from '../domain/practice.ts';
import type { Risk } from '../domain/risk.ts';
import type { ProjectMetric } from '../domain/project-metric.ts';

export const aMetric = (overrides: Partial<ProjectMetric> = {}): ProjectMetric => ({
  indicatorCode: 'K08',
  baselineFrom: '2025-04-01',
  baselineTo: '2026-03-31',
  target: 0.85,
  guardrails: ['K12'],
  ...overrides,
});

export const aProject = (overrides: Partial<InnovationProject> = {}): InnovationProject => ({
  id: seededId('innovation-project', overrides.code ?? 'IP-TEST'),
  code: 'IP-TEST',
  title: '窗口一次性告知清单',
  kind: 'HIGHLIGHT',
  problemCode: 'A2',
  hypothesis: '材料一次告知清楚，群众就不必为补材料再跑一趟。',
  organizationId: seededId('organization', '990102-LETT'),
  leadId: seededId('staff', '990102-LETT/1'),
  teamIds: [],
  campaignId: null,
  stage: 'PROPOSED',
  metrics: [aMetric()],
  pilotUnitIds: [seededId('organization', '990102001-LETT')],
  comparisonUnitIds: [seededId('organization', '990102002-LETT')],
  proposedAt: new Date('2026-04-01T02:00:00Z'),
  version: 1,
  ...overrides,
});

/** A trial of the three quarters after its baseline of a year. */
export const aRegistration = (overrides: Partial<PreRegistration> = {}): PreRegistration => ({
  projectId: seededId('innovation-project', 'IP-TEST'),
  method: 'DIFF_IN_DIFF',
  metrics: [aMetric()],
  pilotFrom: '2026-04-01',
  pilotTo: '2026-12-31',
  pilotUnitIds: ['p1', 'p2', 'p3'],
  comparisonUnitIds: ['c1', 'c2', 'c3'],
  steps: [],
  registeredAt: new Date('2026-04-01T02:00:00Z'),
  hash: 'not looked at',
  ...overrides,
});

export const aMilestone = (overrides: Partial<Milestone> = {}): Milestone => ({
  id: seededId('milestone', 'IP-TEST/1'),
  projectId: seededId('innovation-project', 'IP-TEST'),
  title: '一次性告知清单上墙',
  weight: 30,
  dueOn: '2026-06-30',
  evidence: null,
  reachedAt: null,
  reachedById: null,
  version: 1,
  ...overrides,
});

export const aRisk = (overrides: Partial<Risk> = {}): Risk => ({
  id: seededId('risk', 'IP-TEST/1'),
  projectId: seededId('innovation-project', 'IP-TEST'),
  description: '窗口人手不足。',
  measure: '从业务科抽调一人。',
  notedById: seededId('staff', '990102-LETT/1'),
  notedAt: new Date('2026-05-06T02:00:00Z'),
  outcome: null,
  closedAt: null,
  version: 1,
  ...overrides,
});

export const aValue = (overrides: Partial<IndicatorValue> = {}): IndicatorValue => ({
  code: 'K08',
  organizationId: seededId('organization', '990102001-LETT'),
  period: '2026-Q1',
  numerator: 60,
  denominator: 100,
  frozenAt: new Date('2026-04-05T00:00:00Z'),
  ...overrides,
});

export const aPractice = (overrides: Partial<Practice> = {}): Practice => ({
  id: seededId('practice', overrides.code ?? 'PR-TEST'),
  code: 'PR-TEST',
  title: '平安周例会',
  organizationId: seededId('organization', '990181-LETT'),
  problem: '跨部门事项无人牵头，久拖不决。',
  steps: ['每周一收集', '会上定责', '次周销号'],
  appliesTo: ['A2', 'C'],
  prerequisites: ['党委主要负责人主持'],
  ...overrides,
});

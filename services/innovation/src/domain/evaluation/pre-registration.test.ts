import { describe, expect, it } from '@jest/globals';
import { aMetric, aProject } from '../../testing/builders.ts';
import { designed } from './pre-registration.ts';

const project = aProject({ stage: 'PILOT', pilotUnitIds: ['p1', 'p2'], comparisonUnitIds: ['c1'] });
const plan = { method: 'DIFF_IN_DIFF', pilotFrom: '2026-05-06', pilotTo: '2027-05-05', steps: [] } as const;
const { id: projectId, metrics, pilotUnitIds, comparisonUnitIds } = project;
const steps = [
  { organizationId: 'p2', from: '2026-05-06' },
  { organizationId: 'p1', from: '2027-05-05' },
];

describe('designed', () => {
  it('fixes the metrics, the windows and the units of a trial', () => {
    expect(designed(project, plan)).toEqual({
      ok: true,
      value: { ...plan, projectId, metrics, pilotUnitIds, comparisonUnitIds },
    });
  });

  it('fixes the first whole quarter where no end is named', () => {
    expect(designed(project, { ...plan, pilotTo: null })).toMatchObject({ value: { pilotTo: '2026-09-30' } });
  });

  it('fixes when each unit of a stepped wedge begins', () => {
    expect(designed(project, { ...plan, method: 'STEPPED_WEDGE', steps })).toMatchObject({ value: { steps } });
  });

  const wedge = { method: 'STEPPED_WEDGE', steps } as const;
  it.each([
    ['PILOT_TOO_SHORT', { pilotTo: '2026-09-29' }, {}],
    ['PILOT_TOO_SHORT', { pilotTo: '2026-05-05' }, {}],
    ['BASELINE_NOT_OVER', {}, { baselineTo: '2026-05-06' }],
    ['BASELINE_TOO_SHORT', {}, { baselineFrom: '2026-01-02' }],
    ['STEPS_MISMATCH', { steps }, {}],
    ['STEPS_MISMATCH', { ...wedge, steps: [] }, {}],
    ['STEPS_MISMATCH', { ...wedge, steps: steps.slice(1) }, {}],
    ['STEPS_MISMATCH', { ...wedge, steps: [...steps, ...steps] }, {}],
    ['STEPS_MISMATCH', { ...wedge, steps: [steps[0], { organizationId: 'c1', from: '2026-06-01' }] }, {}],
    ['STEP_OUTSIDE_PILOT', { ...wedge, steps: [steps[0], { organizationId: 'p1', from: '2026-05-05' }] }, {}],
    ['STEP_OUTSIDE_PILOT', { ...wedge, steps: [steps[0], { organizationId: 'p1', from: '2027-05-06' }] }, {}],
  ])('refuses with %s: %j %j', (reason, wrongPlan, wrongMetric) => {
    const planned = { ...plan, ...wrongPlan } as Parameters<typeof designed>[1];
    expect(designed({ ...project, metrics: [aMetric(wrongMetric)] }, planned)).toEqual({ ok: false, reason });
  });

  it('looks at the baseline of every metric', () => {
    const two = [aMetric(), aMetric({ indicatorCode: 'K09', baselineTo: '2026-05-06' })];
    expect(designed({ ...project, metrics: two }, plan)).toEqual({ ok: false, reason: 'BASELINE_NOT_OVER' });
  });
});

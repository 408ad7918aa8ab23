import { describe, expect, it } from '@jest/globals';
import { as, clock, dayInShanghai, story } from '../kit/index.ts';

/** The year before the quarter that runs. */
function baseline() {
  const today = dayInShanghai(clock.now());
  const quarter = today.with({ month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 });
  return {
    baselineFrom: quarter.subtract({ months: 12 }).toString(),
    baselineTo: quarter.subtract({ days: 1 }).toString(),
  };
}

const proposal = {
  title: '窗口一次性告知清单',
  kind: 'HIGHLIGHT',
  issueTypeCode: 'A2',
  hypothesis: '材料一次告知清楚，群众就不必为补材料再跑一趟。',
};
const seen = `{ innovationProjects(first: 100, stage: PILOT) { edges { node { id title lead { displayName } problem { name }
  owner { code caseload { open } } timeline { stage } } } } }`;

let projectId: string;

describe('an idea from a county', () => {
  it('is not approved as long as nothing says what it is measured by', async () => {
    const { project } = await as('chief').does<{ project: { id: string } }>(
      'proposeProject',
      proposal,
      'project { id }',
    );
    expect(await as('director').isRefused('approveProject', { projectId: project.id })).toEqual(['METRIC_MISSING']);
  });

  it('is approved by the director once it says so, and where it is tried', async () => {
    const { project } = await as('chief').does<{ project: { id: string; stage: string } }>(
      'proposeProject',
      {
        ...proposal,
        metrics: [{ indicatorCode: 'K08', ...baseline(), target: 0.85 }],
        pilotUnitIds: [await story.unitId('990102001-LETT')],
        comparisonUnitIds: [await story.unitId('990102002-LETT')],
      },
      'project { id stage }',
    );
    projectId = project.id;
    const chief = await as('chief').isRefused('approveProject', { projectId });
    const { project: approved } = await as('director').does<{ project: { stage: string } }>(
      'approveProject',
      { projectId },
      'project { stage }',
    );
    expect([project.stage, chief, approved.stage]).toEqual(['PROPOSED', ['FORBIDDEN'], 'APPROVED']);
  });

  it('is tried out, for all staff to see, beside what its unit has open', async () => {
    await as('innovation-lead').does('startPilot', { projectId });
    const { innovationProjects } = await as('clerk').sees<{
      innovationProjects: { edges: { node: { id: string } }[] };
    }>(seen);
    expect(innovationProjects.edges.find(({ node }) => node.id === projectId)?.node).toEqual({
      id: projectId,
      title: proposal.title,
      lead: { displayName: expect.any(String) },
      problem: { name: expect.any(String) },
      owner: { code: '990102-LETT', caseload: { open: expect.any(Number) } },
      timeline: [{ stage: 'PROPOSED' }, { stage: 'APPROVED' }, { stage: 'PILOT' }],
    });
  });

  it('is not tried out twice', async () => {
    expect(await as('innovation-lead').isRefused('startPilot', { projectId })).toEqual(['WRONG_STATE']);
  });
});

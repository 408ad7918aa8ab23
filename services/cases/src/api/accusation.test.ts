import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, seededId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Every door through which something can be learnt of cases. */
const doors = `query ($id: ID!, $caseNo: ID!, $organizations: [_Any!]!, $staff: [_Any!]!, $cases: [_Any!]!) {
  byId: case(id: $id) { id }
  byNumber: case(caseNo: $caseNo) { id }
  _entities(representations: $cases) { __typename ... on Case { caseNo } }
  organizations: _entities(representations: $organizations) {
    ... on Organization { caseload { open dueWithin7Days overdue } }
  }
  staff: _entities(representations: $staff) { ... on Staff { assignedCaseCount } }
}`;
const lists = [
  '{ cases(first: 100) { totalCount edges { node { id } } } }',
  '{ cases(first: 100, filter: { category: ACCUSATION }) { totalCount edges { node { id } } } }',
  '{ deadlines(first: 100) { edges { node { id case { id } } } } }',
  '{ myWorklist(first: 100) { edges { node { id } } } }',
  '{ accusationIntake(first: 100) { edges { node { caseId } } } }',
];

async function seen(viewer: Viewer, told: Told, pieces: readonly string[]): Promise<string> {
  const variables = {
    id: told.id,
    caseNo: told.caseNo,
    organizations: Object.values(town).map(({ id }) => ({ __typename: 'Organization', id })),
    staff: Object.values(people).map(({ id }) => ({ __typename: 'Staff', id })),
    cases: [
      { __typename: 'Case', id: told.id },
      { __typename: 'Case', caseNo: told.caseNo },
    ],
  };
  const answers = [await service.as(viewer)(doors, variables)];
  for (const list of lists) answers.push(await service.as(viewer)(list));
  const parts = [
    ['Deadline', pieces[0]],
    ['Contact', pieces[1]],
    ['CaseParty', pieces[2]],
    ['CaseEvent', pieces[3]],
  ].map(([__typename, id]) => ({ __typename, id }));
  const part = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
  answers.push(await service.as(viewer)(part, { representations: parts }));
  return JSON.stringify(answers.map(({ data, errors }) => ({ data, errors })));
}

const accused = { organizationId: town.department.id, areaCode: '990102' };
const viewers: readonly Viewer[] = [
  // Whoever works at the accused unit, whatever the role; and whoever is anything anywhere else, but for the intake.
  ...staffRoles
    .filter((role) => role !== 'DISCIPLINE')
    .flatMap((role) => [
      aViewer(role, { ...accused, id: seededId('staff', `accused/${role}`) }),
      aViewer(role, { id: seededId('staff', `elsewhere/${role}`) }),
    ]),
  aViewer('PUBLIC'),
  aViewer('PETITIONER', { caseId: seededId('case', 'another') }),
];

describe('an accusation', () => {
  it('changes no answer that anybody gets but who registered it, whatever falls due', async () => {
    const story = storyOf(service);
    await story.heard();
    const nobody: Told = {
      id: seededId('case', 'none'),
      caseNo: 'YZ26-0000-0000-0',
      trackingCode: '',
      claimIds: [],
      partyIds: [],
      executionItemId: null,
    };
    const nothing = [1, 2, 3, 4].map((place) => seededId('part', `${place}`));
    const answers = async (told: Told, pieces: readonly string[]) => {
      const all: string[] = [];
      for (const viewer of viewers) all.push(await seen(viewer, told, pieces));
      return all;
    };
    await service.at('2026-03-02T12:00:00Z');
    const early = await answers(nobody, nothing);
    await service.at('2026-04-20T12:00:00Z');
    const late = await answers(nobody, nothing);

    const told = await story.registered({ category: 'ACCUSATION', respondentOrganizationIds: [town.department.id] });
    const [row] = await service.database.query<{ pieces: string[] }>(
      `select array[
         (select id from deadlines where case_id = $1), (select id from contacts where case_id = $1),
         (select id from case_parties where case_id = $1), (select id from case_events where case_id = $1)
       ]::text[] as pieces`,
      [told.id],
    );
    const pieces = row?.pieces ?? [];
    expect(pieces.filter(Boolean)).toHaveLength(4);
    await service.at('2026-03-02T12:00:00Z');
    expect(await answers(told, pieces)).toEqual(early);
    await service.at('2026-04-20T12:00:00Z');
    expect(await answers(told, pieces)).toEqual(late);

    // Nor does it change anything that the matter is handed over, lapses, and is acknowledged.
    const bureau = (name: string) =>
      aViewer('BUREAU', { organizationId: town.cityBureau.id, id: seededId('staff', `lane/${name}`) });
    for (const name of ['first', 'second']) {
      const { errors } = await service.did(
        bureau(name),
        'handOverAccusation',
        { idempotencyKey: newId(), caseId: told.id, toOrganizationId: town.discipline.id },
        '',
      );
      expect(errors).toEqual([]);
    }
    expect(await answers(told, pieces)).toEqual(late);
    await service.at('2026-04-20T13:00:00Z');
    const organ = aViewer('DISCIPLINE', { organizationId: town.discipline.id });
    expect((await service.did(organ, 'acknowledgeHandover', { caseId: told.id }, '')).errors).toEqual([]);
    expect(await answers(told, pieces)).toEqual(late);

    const asked = `query { case(id: "${told.id}") { status timeline { edges { node { type } } } } }`;
    for (const viewer of [people.clerk, aViewer('DISCIPLINE')]) {
      const answer = await service.as(viewer)(asked);
      expect([viewer.roles, answer.errors?.map(({ extensions }) => extensions), answer.data?.['case']]).toMatchObject(
        viewer.roles.includes('DISCIPLINE')
          ? [['DISCIPLINE'], [{ code: 'FORBIDDEN' }], null]
          : [['CLERK'], undefined, { status: 'CONCLUDED' }],
      );
    }
  });
});

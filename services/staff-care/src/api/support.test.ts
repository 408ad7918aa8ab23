import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import { aStaffMember, anOrganization } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import {
  chief,
  cityBureau,
  clerk,
  director,
  loggedIn,
  organizations,
  staff,
  townshipOffice,
} from '../testing/people.ts';

const now = new Date('2026-04-27T04:20:00Z');
const section = anOrganization('990100-LETT-REVIEW', { superiorId: cityBureau.id });
const otherSection = anOrganization('990100-LETT-PARTY', { superiorId: cityBureau.id });
const counties = ['02', '03', '21', '22', '23', '24', '25', '26'].map((code) => `9901${code}`);
const countyBureaus = counties.map((code) =>
  anOrganization(`${code}-LETT`, { areaPath: ['990100', code], superiorId: cityBureau.id }),
);
const chiefs = countyBureaus.map(({ id }, at) =>
  aStaffMember({ code: `${counties[at]}-LETT/51`, organizationId: id, roles: ['CHIEF'] }),
);
const officer = aStaffMember({ code: '990100-LETT-REVIEW/1', organizationId: section.id, roles: ['BUREAU'] });
const otherOfficer = aStaffMember({ code: '990100-LETT-PARTY/1', organizationId: otherSection.id, roles: ['BUREAU'] });
const text = '复杂积案的法律意见，请市局协助。';

let service: TestService;

beforeAll(async () => {
  service = await startService(now);
  await service.write((tx) => tx.staff.insertAll([...staff, ...chiefs, officer, otherOfficer]));
  for (const organization of [...organizations, ...countyBureaus, section, otherSection])
    await service.tell(organization);
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.set(now);
  await emptyTables(service.database, ['staff', 'organizations', 'inbox', 'inbox_subjects']);
});

type Answer = Readonly<Record<string, unknown>> & Readonly<{ errors: readonly { code: string }[] }>;
const fields = `id kind text fromOrganization { id } toSection { id } requester { code } filedAt dueOn isOverdue state
  response answeredBy { code } answeredAt version`;

const execute = (viewer: Viewer, verb: string, input: object) =>
  service.as(viewer)(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) {
      ${verb}(input: $input) { ${verb === 'rateSupport' ? 'year' : `supportRequest { ${fields} }`} errors { code } }
    }`,
    { input },
  );

async function sent(viewer: Viewer, verb: string, input: object): Promise<Answer> {
  const { data, errors } = await execute(viewer, verb, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Answer>)[verb] as Answer;
}
const codes = ({ errors }: Answer) => errors.map(({ code }) => code).join();

const file = (input: object = {}, viewer = loggedIn(chief)) =>
  sent(viewer, 'fileSupportRequest', {
    toSectionId: section.id,
    kind: 'LEGAL',
    text,
    dueOn: '2026-05-08',
    idempotencyKey: newId(),
    ...input,
  });

async function filed(): Promise<string> {
  const { supportRequest } = await file();
  return (supportRequest as { id: string }).id;
}

const answer = (supportRequestId: string, input: object = {}, viewer = loggedIn(officer)) =>
  sent(viewer, 'answerSupportRequest', { supportRequestId, text: '已派公职律师对接。', ...input });

const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['support_requests', 'support_raters', 'support_levels', 'support_rating_years', 'idempotency_keys'].map(
        (table) => service.database.query(`select * from ${table} order by 1`),
      ),
    ),
  );

const listed = async (viewer: Viewer, state: string | null = null) => {
  const { data } = await service.as(viewer)(
    `query ($state: SupportRequestState) { supportRequests(first: 20, state: $state) { edges { node { id isOverdue } } } }`,
    { state },
  );
  const { supportRequests } = data as { supportRequests: { edges: { node: { id: string; isOverdue: boolean } }[] } };
  return supportRequests.edges.map(({ node }) => node);
};

describe('fileSupportRequest', () => {
  it('takes what a county asks a section of the city bureau, sealed', async () => {
    const { supportRequest } = await file();
    expect(supportRequest).toEqual({
      id: expect.any(String),
      kind: 'LEGAL',
      text,
      fromOrganization: { id: chief.organizationId },
      toSection: { id: section.id },
      requester: { code: chief.code },
      filedAt: now.toISOString(),
      dueOn: '2026-05-08',
      isOverdue: false,
      state: 'FILED',
      response: null,
      answeredBy: null,
      answeredAt: null,
      version: 1,
    });
    expect(await everything()).not.toContain('法律意见');
  });

  it('happens once for one key', async () => {
    const [once, twice] = [await file({ idempotencyKey: 'k' }), await file({ idempotencyKey: 'k' })];
    expect(twice).toEqual(once);
    expect(codes(await file({ idempotencyKey: 'k', kind: 'TECH' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    ['REQUESTER_NOT_ON_STAFF', aViewer('CHIEF', { id: newId() }), {}],
    ['NOT_OF_A_COUNTY', loggedIn(officer), {}],
    ['NOT_A_CITY_SECTION', loggedIn(chief), { toSectionId: cityBureau.id }],
    ['NOT_A_CITY_SECTION', loggedIn(chief), { toSectionId: townshipOffice.id }],
    ['NOT_A_CITY_SECTION', loggedIn(chief), { toSectionId: 'no id at all' }],
    ['TEXT_EMPTY', loggedIn(chief), { text: ' ' }],
    ['TEXT_TOO_LONG', loggedIn(chief), { text: '字'.repeat(20_001) }],
    ['DUE_IN_THE_PAST', loggedIn(chief), { dueOn: '2026-04-26' }],
  ])('refuses with %s and writes nothing', async (code, viewer, wrong) => {
    expect(codes(await file(wrong, viewer))).toBe(code);
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('is refused to a clerk', async () => {
    const result = await execute(loggedIn(clerk), 'fileSupportRequest', {
      toSectionId: section.id,
      kind: 'LEGAL',
      text,
      dueOn: '2026-05-08',
      idempotencyKey: 'k',
    });
    expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('answerSupportRequest', () => {
  it('is the word of the section that was asked', async () => {
    const { supportRequest } = await answer(await filed(), { expectedVersion: 1 });
    expect(supportRequest).toMatchObject({
      state: 'ANSWERED',
      response: '已派公职律师对接。',
      answeredBy: { code: officer.code },
      answeredAt: now.toISOString(),
      version: 2,
    });
    expect(await everything()).not.toContain('公职律师');
  });

  it.each([
    ['NOT_THE_SECTION', loggedIn(chief, { roles: ['BUREAU'] }), {}],
    ['SUPPORT_REQUEST_NOT_FOUND', loggedIn(otherOfficer), {}],
    ['SUPPORT_REQUEST_NOT_FOUND', loggedIn(officer), { supportRequestId: 'no id at all' }],
    ['STALE_VERSION', loggedIn(officer), { expectedVersion: 2 }],
    ['TEXT_EMPTY', loggedIn(officer), { text: '' }],
    ['TEXT_TOO_LONG', loggedIn(officer), { text: '字'.repeat(20_001) }],
  ])('refuses with %s and writes nothing', async (code, viewer, wrong) => {
    const id = await filed();
    const before = await everything();
    expect(codes(await answer(id, { idempotencyKey: 'k', ...wrong }, viewer))).toBe(code);
    expect(await everything()).toBe(before);
  });

  it('is given once', async () => {
    const id = await filed();
    await answer(id);
    expect(codes(await answer(id))).toBe('WRONG_STATE');
  });
});

describe('supportRequests', () => {
  it('are for both sides and for the director, and say what is late', async () => {
    const id = await filed();
    for (const viewer of [loggedIn(chief), loggedIn(officer), loggedIn(director)]) {
      expect(await listed(viewer)).toEqual([{ id, isOverdue: false }]);
    }
    expect([await listed(loggedIn(otherOfficer)), await listed(loggedIn(chiefs[1] ?? chief))]).toEqual([[], []]);
    service.clock.set(new Date('2026-05-08T16:00:00Z'));
    expect(await listed(loggedIn(chief), 'FILED')).toEqual([{ id, isOverdue: true }]);
    expect(await listed(loggedIn(chief), 'ANSWERED')).toEqual([]);
  });

  it.each(['CLERK', 'HANDLER', 'DEVELOPER', 'PETITIONER'] as const)('are refused to a %s', async (role) => {
    const result = await service.as(aViewer(role))('{ supportRequests { edges { cursor } } }');
    expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

const rate = (viewer: Viewer, level: number, sectionId = section.id) =>
  sent(viewer, 'rateSupport', { sectionId, level });

const ratings = async (year = 2026) => {
  const { data } = await service.as(loggedIn(clerk))(
    'query ($year: Int!) { supportRatings(year: $year) { section { id } year level counties } }',
    { year },
  );
  return (data as { supportRatings: unknown[] }).supportRatings;
};

async function yearIsOver(): Promise<void> {
  service.clock.set(new Date('2027-01-04T02:00:00Z'));
  await service.subgraph.settle();
}

describe('rateSupport', () => {
  it('is told of a year that is over, of sections that seven counties have rated, and not before', async () => {
    for (const each of chiefs) expect(codes(await rate(loggedIn(each), 4))).toBe('');
    for (const each of chiefs.slice(0, 6)) await rate(loggedIn(each), 5, otherSection.id);
    expect(await ratings()).toEqual([]);

    const before = service.delivered.length;
    await yearIsOver();
    expect(await ratings()).toEqual([{ section: { id: section.id }, year: 2026, level: 4, counties: 8 }]);
    expect(await service.database.query('select * from support_levels')).toEqual([]);
    expect(service.delivered.slice(before)).toMatchObject([
      {
        type: 'supportRating.aggregated.v1',
        time: '2026-12-31T16:00:00.000Z',
        subjectId: section.id,
        actorOrganizationId: null,
        data: { sectionId: section.id, year: 2026, level: 4, n: 8 },
      },
    ]);
  });

  it('keeps apart which county has rated and what some county has said', async () => {
    for (const each of chiefs.toReversed()) await rate(loggedIn(each), 2);
    const [found] = await service.database.query<Record<string, string>>(
      `select (select count(distinct xmin::text) from support_levels) as levels,
         (select count(distinct xmin::text) from support_raters) as raters,
         (select count(*) from idempotency_keys) as keys,
         (select string_agg(column_name, ',' order by column_name) from information_schema.columns
           where table_name = 'support_levels') as columns`,
    );
    expect(found).toEqual({ levels: '1', raters: '1', keys: '0', columns: 'id,level,section_id,year' });
  });

  it.each([
    ['NOT_OF_A_COUNTY', loggedIn(officer, { roles: ['CHIEF'] }), {}],
    ['NOT_A_CITY_SECTION', loggedIn(chief), { sectionId: cityBureau.id }],
    ['LEVEL_OUT_OF_RANGE', loggedIn(chief), { level: 0 }],
    ['LEVEL_OUT_OF_RANGE', loggedIn(chief), { level: 6 }],
  ])('refuses with %s and writes nothing', async (code, viewer, wrong) => {
    expect(codes(await sent(viewer, 'rateSupport', { sectionId: section.id, level: 3, ...wrong }))).toBe(code);
    expect(await everything()).toBe('[[],[],[],[],[]]');
  });

  it('is done once a year by a county, whoever of it asks, and again in the next year', async () => {
    await rate(loggedIn(chief), 3);
    expect(codes(await rate(loggedIn(chiefs[0] ?? chief), 5))).toBe('ALREADY_RATED');
    await yearIsOver();
    expect(await rate(loggedIn(chief), 3)).toEqual({ year: 2027, errors: [] });
  });

  it.each(staffRoles.filter((role) => role !== 'CHIEF'))('is refused to a %s', async (role) => {
    const result = await execute(loggedIn(chief, { roles: [role] }), 'rateSupport', {
      sectionId: section.id,
      level: 3,
    });
    expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

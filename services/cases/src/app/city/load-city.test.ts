import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { issueTypes, staffOf, type PetitionHistory, type PetitionStep, type Staff } from '@onevisit/city';
import { emptyTables, testClock, testKeys } from '@onevisit/testing';
import { definition } from '../../subgraph.ts';
import { anchor, cityEnd, everyPetition, startCity, type TestCity } from '../../testing/city.ts';

let city: TestCity;

beforeAll(async () => {
  city = await startCity();
});

afterEach(async () => {
  await emptyTables(city.database);
  city.told.length = 0;
});

afterAll(() => city.database.drop());

const rows = <Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  city.database.query<Row>(sql, values);

const counts = async (): Promise<Readonly<Record<string, number>>> => {
  const tables = await rows<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`,
  );
  const counted = tables.map(async ({ name }) => {
    const [row] = await rows<{ count: string }>(`select count(*) from ${name}`);
    return [name, Number(row?.count)] as const;
  });
  return Object.fromEntries((await Promise.all(counted)).filter(([, count]) => count > 0));
};

const all = everyPetition(1);
const some = all.filter((_, at) => at % 30 === 0);

const withSteps = (history: PetitionHistory, steps: readonly PetitionStep[]): PetitionHistory => ({
  ...history,
  steps,
});

const firstWith = (kind: PetitionStep['kind'], histories: readonly PetitionHistory[] = some): PetitionHistory => {
  const found = histories.find(({ steps }) => steps.some((step) => step.kind === kind));
  if (!found) throw new RangeError(`no petition with ${kind}`);
  return found;
};

const somebodyOf = (organizationCode: string, isMeant: (roles: Staff['roles']) => boolean): string => {
  const found = staffOf(organizationCode).find(({ roles }) => isMeant(roles));
  if (!found) throw new RangeError(`nobody of ${organizationCode}`);
  return found.code;
};
const bureauOf = (code: string): string => somebodyOf(code, (roles) => roles.includes('BUREAU'));
const clerkOf = (code: string): string => somebodyOf(code, (roles) => roles.every((role) => role === 'CLERK'));

describe('loadCity', () => {
  it('makes cases in which nothing is that cannot be', async () => {
    await city.load(some);
    const report = await city.verify();
    expect(report.faults).toEqual([]);
    expect(report.cases).toBe(some.length);
    expect(await counts()).toMatchObject({ cases: some.length, case_events: report.events, city_loads: 1 });
  });

  it('brings every case as far as its history has come', async () => {
    await city.load(some);
    const concluded = await rows<{ count: string }>(`select count(*) from cases where status = 'CONCLUDED'`);
    const contacts = await rows<{ purpose: string; count: string }>(
      'select purpose, count(*) from contacts group by 1 order by 1',
    );
    const toldOf = (kind: string) => some.filter(({ steps }) => steps.some((step) => step.kind === kind)).length;
    expect(concluded).toEqual([{ count: String(toldOf('CONCLUDED')) }]);
    expect(contacts).toEqual([
      { purpose: 'NEW_MATTER', count: String(some.length) },
      { purpose: 'REPEAT', count: String(some.flatMap((history) => history.contacts.slice(1)).length) },
    ]);
  });

  it('seals accusations: no list, and nobody outside, knows of them', async () => {
    const accusations = all.filter(({ category }) => category === 'ACCUSATION');
    await city.load(accusations);
    expect(await rows('select distinct confidentiality, procedure, status from cases')).toEqual([
      { confidentiality: 'SEALED', procedure: 'SEALED_HANDOVER', status: 'REGISTERED' },
    ]);
    expect(await rows('select * from case_scope')).toEqual([]);
    expect(city.told).toEqual([]);
  });

  it('makes the same rows every time, but for what is sealed and hashed', async () => {
    const facts = async () => {
      const tables = await rows<{ name: string; columns: string }>(
        `select table_name as name, string_agg(quote_ident(column_name::text), ', ' order by column_name) as columns
         from information_schema.columns
         where table_schema = 'public' and column_name !~ '_sealed$|hash$|^wrapped_key$|^claims$'
           and table_name not in ('schema_migrations', 'case_keys')
         group by 1 order by 1`,
      );
      const found = tables.map(async ({ name, columns }) => [
        name,
        await rows(`select ${columns} from ${name} order by ${columns}`),
      ]);
      return Object.fromEntries(await Promise.all(found)) as Readonly<Record<string, unknown>>;
    };
    await city.load(some);
    const [once, events] = [await facts(), [...city.told]];
    await emptyTables(city.database);
    city.told.length = 0;
    await city.load(some);
    expect(await facts()).toEqual(once);
    expect(city.told).toEqual(events);
  });

  it('does nothing the second time', async () => {
    await city.load(some.slice(0, 5));
    const [before, events] = [await counts(), city.told.length];
    await city.load(some);
    expect(await counts()).toEqual(before);
    expect(city.told).toHaveLength(events);
  });

  it('tells other subgraphs of what happened when it did, by ids, values and times alone', async () => {
    const late = some.filter(({ steps }) => steps.some(({ kind }) => kind === 'EXECUTION_REPORTED'));
    await city.load(late);
    const failures = await rows<{ id: string; kind: string; organization_id: string; occurred_at: Date }>(
      'select id, kind, organization_id, occurred_at from service_failures order by id',
    );
    const told = city.told
      .filter(({ type }) => type === 'serviceFailure.confirmed.v1')
      .map(({ subjectId, time, data, organizationId }) => ({
        id: subjectId,
        kind: data['kind'],
        organization_id: organizationId,
        occurred_at: new Date(time),
      }));
    expect(failures.length).toBeGreaterThan(0);
    expect(told.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(failures);
    const texts = JSON.stringify(city.told);
    expect(late.filter(({ title, summary }) => texts.includes(title) || texts.includes(summary))).toEqual([]);
  });

  it('refuses loudly what the verbs refuse, and leaves nothing behind', async () => {
    const { steps, ...history } = firstWith('OPINION_SIGNED');
    const unheard = steps.filter(({ kind }) => kind !== 'HEARD');
    const signedAt = steps.find(({ kind }) => kind === 'OPINION_SIGNED')?.at.toISOString();
    const good = all.slice(0, 200);
    await expect(city.load([...good, withSteps({ ...history, steps }, unheard)])).rejects.toThrow(
      `petition ${history.code} of the city: OPINION_SIGNED at ${signedAt}: PETITIONER_NOT_HEARD`,
    );
    expect(await counts()).toEqual({});
    await city.load([{ ...history, steps }]);
    expect((await counts())['cases']).toBe(1);
  });

  it.each<[string, PetitionStep['kind'], (step: PetitionStep) => PetitionStep, string]>([
    [
      'who has another role',
      'REFERRED',
      (step) => ({ ...step, by: clerkOf('990102-LETT'), organizationCode: '990102-LETT' }) as PetitionStep,
      'FORBIDDEN',
    ],
    [
      'who works elsewhere',
      'ADMITTED',
      (step) => ({ ...step, organizationCode: '990100-GOV' }) as PetitionStep,
      'STAFF_OF_ANOTHER_ORGANIZATION',
    ],
    [
      'who cannot see the case',
      'REFERRED',
      (step) => ({ ...step, by: bureauOf('990103-LETT'), organizationCode: '990103-LETT' }) as PetitionStep,
      'CASE_NOT_FOUND',
    ],
  ])('refuses a step of somebody %s', async (_, kind, changed, reason) => {
    const history = firstWith(
      kind,
      some.filter(({ areaCode, contacts: [first] }) =>
        [areaCode, first.receivingOrganizationCode].every((code) => code.startsWith('990102')),
      ),
    );
    const steps = history.steps.map((step) => (step.kind === kind ? changed(step) : step));
    await expect(city.load([withSteps(history, steps)])).rejects.toThrow(`${kind} at`);
    await expect(city.load([withSteps(history, steps)])).rejects.toThrow(reason);
    expect(await counts()).toEqual({});
  });

  it('refuses an end that does not come by itself, and one that nobody told of', async () => {
    const history = firstWith('CONCLUDED');
    const untold = history.steps.filter(({ kind }) => kind !== 'CONCLUDED');
    await expect(city.load([withSteps(history, untold)])).rejects.toThrow('CONCLUDED: NOT_TOLD');
    const early = history.steps.map((step) =>
      step.kind === 'CONCLUDED' ? { ...step, at: new Date(step.at.getTime() - 1) } : step,
    );
    await expect(city.load([withSteps(history, early)])).rejects.toThrow('DID_NOT_HAPPEN');
    expect(await counts()).toEqual({});
  });

  it('leaves what has not come yet to come', async () => {
    const noon = new Date('2026-01-15T04:00:00Z');
    await city.load(everyPetition(30, noon), noon);
    expect((await city.verify(noon)).faults).toEqual([]);
    const [latest] = await rows<{ at: Date }>('select max(at) as at from case_events');
    const [overdue] = await rows<{ count: string }>(
      `select count(*) from deadlines where state = 'RUNNING' and due_at < $1`,
      [noon],
    );
    expect(latest?.at.getTime()).toBeLessThan(noon.getTime());
    expect(overdue).toEqual({ count: '0' });
  });

  it('is what the definition of the subgraph loads, and without any petition where none is wanted', async () => {
    const surroundings = {
      database: city.database,
      clock: testClock(cityEnd),
      deliver: () => Promise.reject(new Error('only a subgraph that was started hands over')),
      subscribersOf: () => [],
      notify: async () => undefined,
      keys: testKeys(),
    };
    await definition.loadCity(surroundings, { size: 'NONE', anchor, progress: () => undefined });
    expect(await counts()).toEqual({ city_loads: 1, issue_types: issueTypes.length });
  });
});

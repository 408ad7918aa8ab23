import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId, permissions, staffRoles } from '@onevisit/kernel';
import { aViewer, testKeys } from '@onevisit/testing';
import { verifyEvidence } from '../app/evidence/verify-evidence.ts';
import { readers } from '../data/index.ts';
import { people, petitionerOf } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let told: Told;
beforeAll(async () => {
  service = await startService();
  told = await storyOf(service).heard();
  await service.at('2026-03-03T00:00:00Z');
});
afterAll(() => service.close());

const auditor = aViewer('AUDITOR');
const asked = (id: string) =>
  `query { verifyChain(caseId: "${id}") { caseId eventCount isWhole firstBreak { seq kind } anchoredSeq } }`;
const verdict = async (id: string = told.id, viewer = auditor) =>
  (await service.as(viewer)(asked(id))).data?.['verifyChain'];
const anchors =
  'query { auditAnchors { edges { node { date merkleRoot previousRoot signature } } pageInfo { hasNextPage } } }';

const evidence = () =>
  verifyEvidence({
    read: readers(service.database.reader).audit,
    keys: { keys: [testKeys().receipt.publicJwk] },
  });

/** What somebody with every right on the database does, and what is found while it stands. */
async function whileEdited<Found>(statements: readonly string[], look: () => Promise<Found>): Promise<Found> {
  const kept = ['cases', 'case_events', 'audit_anchors', 'audit_anchor_heads'];
  const superuser = new Client(service.database.urlAsOwner);
  await superuser.connect();
  try {
    await superuser.query(`set session_replication_role = replica`);
    for (const table of kept) await superuser.query(`create table kept_${table} as table ${table}`);
    for (const sql of statements) await superuser.query(sql, sql.includes('$1') ? [told.id] : []);
    return await look();
  } finally {
    for (const table of kept) {
      await superuser.query(`delete from ${table}`);
      await superuser.query(`insert into ${table} select * from kept_${table}`);
      await superuser.query(`drop table kept_${table}`);
    }
    await superuser.end();
  }
}

describe('verifyChain', () => {
  it('says that a chain is whole, and up to where it is anchored', async () => {
    for (const viewer of [auditor, people.supervisor]) {
      expect(await verdict(told.id, viewer)).toEqual({
        caseId: told.id,
        eventCount: 6,
        isWhole: true,
        firstBreak: null,
        anchoredSeq: 6,
      });
    }
    expect(await evidence()).toEqual({ chains: 1, anchors: 2, firstBreak: null });
  });

  it.each<[what: string, seq: number, kind: string, statements: readonly string[]]>([
    [
      'changes when something happened',
      3,
      'LINK',
      ["update case_events set at = at - interval '1 day' where case_id = $1 and seq = 3"],
    ],
    [
      'changes what happened',
      3,
      'CONTENT',
      [`update case_events set payload = '{"a": 1}' where case_id = $1 and seq = 3`],
    ],
    ['deletes an event', 2, 'LINK', ['delete from case_events where case_id = $1 and seq = 2']],
    [
      'lets two events change places',
      2,
      'LINK',
      [
        'update case_events set seq = 100 where case_id = $1 and seq = 2',
        'update case_events set seq = 2 where case_id = $1 and seq = 4',
        'update case_events set seq = 4 where case_id = $1 and seq = 100',
      ],
    ],
    ['deletes the tail', 4, 'END', ['delete from case_events where case_id = $1 and seq > 3']],
    [
      'deletes the tail and sets the case back',
      4,
      'ANCHOR',
      [
        'delete from case_events where case_id = $1 and seq > 3',
        `update cases set last_seq = 3, last_hash = (select hash from case_events where case_id = cases.id and seq = 3)
       where id = $1`,
      ],
    ],
    ['deletes everything that happened', 1, 'END', ['delete from case_events where case_id = $1']],
  ])('finds where a superuser %s', async (_, seq, kind, statements) => {
    const [asAuditor, asOperator] = await whileEdited(statements, async () => [await verdict(), await evidence()]);
    expect(asAuditor).toMatchObject({ isWhole: false, firstBreak: { seq, kind } });
    expect(asOperator).toMatchObject({ firstBreak: { of: 'CHAIN', caseId: told.id, caseNo: told.caseNo, seq, kind } });
    expect(await verdict()).toMatchObject({ isWhole: true });
  });

  it.each<[what: string, date: string, statements: readonly string[]]>([
    ['changes a root', '2026-03-02', [`update audit_anchors set merkle_root = 'x' where date = '2026-03-02'`]],
    ['takes a head away', '2026-03-02', [`delete from audit_anchor_heads`]],
    ['takes the first anchor away', '2026-03-02', [`delete from audit_anchors where date = '2026-03-01'`]],
  ])('finds where a superuser %s', async (_, date, statements) => {
    const found = await whileEdited(statements, evidence);
    expect(found.firstBreak).toEqual({ of: 'ANCHOR', date });
  });

  it('finds a case that a superuser deleted with all that happened', async () => {
    const statements = ['delete from case_events where case_id = $1', 'delete from cases where id = $1'];
    expect(await whileEdited(statements, evidence)).toMatchObject({
      firstBreak: { of: 'CHAIN', caseId: told.id, caseNo: null, seq: 1, kind: 'ANCHOR' },
    });
  });

  it('knows nothing of what does not exist, nor of what is sealed', async () => {
    const sealed = await storyOf(service).registered({ category: 'ACCUSATION' });
    await service.at('2026-03-03T01:00:00Z');
    expect([await verdict(newId()), await verdict('no id'), await verdict(sealed.id)]).toEqual([null, null, null]);
  });

  it('is for auditors and supervisors alone', async () => {
    const others = staffRoles.filter((role) => !permissions['chain:verify'].includes(role));
    expect(others).toHaveLength(14);
    for (const viewer of [...others.map((role) => aViewer(role)), petitionerOf(told.id), aViewer('PUBLIC')]) {
      for (const question of [asked(told.id), anchors]) {
        const code = viewer.roles.includes('PUBLIC') ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect((await service.as(viewer)(question)).errors).toMatchObject([{ extensions: { code } }]);
      }
    }
  });
});

describe('auditAnchors', () => {
  it('has one for every midnight, each vouching for the one before it', async () => {
    const listed = (await service.as(auditor)(anchors)).data?.['auditAnchors'] as {
      edges: { node: { date: string; merkleRoot: string; previousRoot: string | null } }[];
    };
    const { edges } = listed;
    expect(edges.map(({ node }) => [node.date, node.previousRoot])).toEqual([
      ['2026-03-02', edges[1]?.node.merkleRoot],
      ['2026-03-01', null],
    ]);
  });

  it('is paged, and refuses a cursor that is none', async () => {
    const page = (after: string) => `query { auditAnchors(first: 1, after: ${after}) {
      edges { node { date } } pageInfo { endCursor hasNextPage } } }`;
    const first = (await service.as(auditor)(page('null'))).data?.['auditAnchors'] as {
      pageInfo: { endCursor: string };
    };
    expect(first).toMatchObject({ edges: [{ node: { date: '2026-03-02' } }], pageInfo: { hasNextPage: true } });
    expect((await service.as(auditor)(page(`"${first.pageInfo.endCursor}"`))).data?.['auditAnchors']).toMatchObject({
      edges: [{ node: { date: '2026-03-01' } }],
      pageInfo: { hasNextPage: false },
    });
    expect((await service.as(auditor)(page('"x"'))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is the same whether the nights are waited for or jumped over', async () => {
    await service.at('2026-03-06T00:00:00Z');
    const rows = await service.database.query(
      `select date::text, anchored_at as at, count from audit_anchors where date > '2026-03-02' order by date`,
    );
    expect(rows).toEqual(
      ['2026-03-03', '2026-03-04', '2026-03-05'].map((date) => ({
        date,
        at: new Date(`${date}T16:00:00Z`),
        count: expect.any(Number),
      })),
    );
  });

  it.each(['audit_anchors', 'audit_anchor_heads'])(
    'the application can add to %s and do nothing else',
    async (table) => {
      const { source } = service.database;
      for (const sql of [`update ${table} set date = date`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(source.query(sql)).rejects.toThrow('permission denied');
      }
    },
  );
});

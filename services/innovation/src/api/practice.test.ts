import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, seededId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { aPractice } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

const clerk = aViewer('CLERK');
let service: TestService;

beforeAll(async () => {
  service = await startService(new Date('2026-04-30T04:00:00Z'));
  await service.write((tx) =>
    tx.practices.insertAll([
      aPractice({ code: 'PR-C', appliesTo: ['A2', 'C'] }),
      aPractice({ code: 'PR-A', appliesTo: ['A'] }),
      aPractice({ code: 'PR-B', appliesTo: ['C1'] }),
    ]),
  );
});

afterAll(() => service.close());

const field = (data: unknown, ...path: string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data);
const codes = (connection: unknown) =>
  (connection as { edges: { node: { code: string } }[] }).edges.map(({ node }) => node.code);

describe('practices', () => {
  const document = `query ($first: Int! = 20, $after: String, $issueTypeCode: ID) {
    practices(first: $first, after: $after, issueTypeCode: $issueTypeCode) {
      edges { node { code } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const codesOf = async (variables: Record<string, unknown> = {}) =>
    codes(field((await service.as(clerk)(document, variables)).data, 'practices'));

  it('tell everything that somebody needs who takes one up', async () => {
    const result = await service.as(clerk)(`{ practices(first: 1, issueTypeCode: "C1") { edges { node {
      id code title origin { id } problem steps appliesTo { code } prerequisites
    } } } }`);
    expect(result).toEqual({
      data: {
        practices: {
          edges: [
            {
              node: {
                id: seededId('practice', 'PR-B'),
                code: 'PR-B',
                title: '平安周例会',
                origin: { id: seededId('organization', '990181-LETT') },
                problem: '跨部门事项无人牵头，久拖不决。',
                steps: ['每周一收集', '会上定责', '次周销号'],
                appliesTo: [{ code: 'C1' }],
                prerequisites: ['党委主要负责人主持'],
              },
            },
          ],
        },
      },
      extensions: { sql: 1 },
    });
  });

  it('come in the order of their codes, page by page', async () => {
    expect(await codesOf()).toEqual(['PR-A', 'PR-B', 'PR-C']);
    const { data } = await service.as(clerk)(document, { first: 2 });
    const after = field(data, 'practices', 'pageInfo', 'endCursor');
    expect(await codesOf({ first: 2, after })).toEqual(['PR-C']);
  });

  it.each([
    ['A2', ['PR-A', 'PR-C']],
    ['A1', ['PR-A']],
    ['A', ['PR-A']],
    ['C1', ['PR-B', 'PR-C']],
    ['Z9', []],
    ['nothing known', []],
  ])('for %s are those that name it or its branch', async (issueTypeCode, expected) => {
    expect(await codesOf({ issueTypeCode })).toEqual(expected);
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    for (const issueTypeCode of [null, 'A2']) {
      const result = await service.as(aViewer(role))(document, { issueTypeCode });
      expect(result.errors).toMatchObject([{ path: ['practices'], extensions: { code } }]);
    }
  });

  it('are found by reference; the unknown is null, and all of them to a petitioner', async () => {
    const ids = [seededId('practice', 'PR-A'), newId(), 'no id at all'];
    const variables = { representations: ids.map((id) => ({ __typename: 'Practice', id })) };
    const entities = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Practice { code } }
    }`;
    const found = await service.as(clerk)(entities, variables);
    const petitioner = await service.as(aViewer('PETITIONER'))(entities, variables);
    expect([found.data, petitioner.data]).toEqual([
      { _entities: [{ code: 'PR-A' }, null, null] },
      { _entities: [null, null, null] },
    ]);
  });
});

describe('IssueType.practices', () => {
  const document = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on IssueType { practices(first: 1) {
      edges { node { code } } pageInfo { hasNextPage }
    } } }
  }`;
  const representations = ['A2', 'C1', 'Z9'].map((code) => ({ __typename: 'IssueType', code }));

  it('are a page of each matter, all of them in one statement', async () => {
    const result = await service.as(clerk)(document, { representations });
    expect(result).toEqual({
      data: {
        _entities: [
          { practices: { edges: [{ node: { code: 'PR-A' } }], pageInfo: { hasNextPage: true } } },
          { practices: { edges: [{ node: { code: 'PR-B' } }], pageInfo: { hasNextPage: true } } },
          { practices: { edges: [], pageInfo: { hasNextPage: false } } },
        ],
      },
      extensions: { sql: 1 },
    });
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('are null for a %s', async (role) => {
    const result = await service.as(aViewer(role))(document, { representations: representations.slice(0, 1) });
    expect(result.data).toEqual({ _entities: [{ practices: null }] });
  });
});

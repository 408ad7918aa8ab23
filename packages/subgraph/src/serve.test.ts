import { describe, expect, it } from '@jest/globals';
import { publicViewer, systemViewer, type DeliveredEvent, type Viewer } from '@onevisit/kernel';
import { parse } from 'graphql';
import {
  buildSchema,
  eventKeys,
  signViewer,
  subgraphServer,
  verifyViewer,
  viewerHeader,
  type Subgraph,
  type TokenBinding,
} from './index.ts';

const ring = (byte: number) => {
  const key = Buffer.alloc(32, byte);
  return { current: { id: 'a', key }, all: new Map([['a', key]]) };
};
const keys = ring(1);
const clerk: Viewer = { ...publicViewer('en'), id: 'clerk-1', roles: ['CLERK'] };

function aServer() {
  const consumed: DeliveredEvent[] = [];
  const subgraph: Subgraph = {
    name: 'windows',
    schema: buildSchema(parse('type Query { asker: String! }'), {
      Query: { asker: (_parent: unknown, _given: unknown, { viewer }: { viewer: Viewer }) => viewer.id },
    }),
    operation: (viewer) => ({ viewer }),
    consume: async (event) => void consumed.push(event),
    start: async () => undefined,
    settle: async () => undefined,
    stop: async () => undefined,
  };
  return { subgraph, server: subgraphServer(subgraph, keys, { handedOver: () => 7 }), consumed };
}

const question = JSON.stringify({ query: '{ asker }' });
const sdl = JSON.stringify({ query: '{ _service { sdl } }' });
const event: DeliveredEvent = {
  id: 'e1',
  type: 'window.opened.v1',
  source: 'halls',
  time: '2026-05-09T00:00:00.000Z',
  subjectId: 's1',
  subjectVersion: 1,
  organizationId: null,
  actorOrganizationId: null,
  data: {},
};

const post = (url: string, body: string, token?: string) =>
  aServer().server.inject({
    method: 'POST',
    url,
    body,
    headers: { 'content-type': 'application/json', ...(token && { [viewerHeader]: token }) },
  });

const token = (body: string, over: Partial<TokenBinding> = {}, viewer = clerk) =>
  signViewer({ viewer, budgetMs: 1_000 }, { audience: 'windows', body, keys, ...over });

describe('subgraphServer', () => {
  it('answers the viewer that the gateway vouches for', async () => {
    const answer = await post('/graphql', question, token(question));
    expect(answer.json()).toEqual({ data: { asker: 'clerk-1' }, extensions: { sql: 0 } });
  });

  const refusals: [string, string, string | undefined][] = [
    ['no signature', question, undefined],
    ['no signature for its SDL', sdl, undefined],
    ['an empty signature', question, ''],
    ['a signature for another subgraph', question, token(question, { audience: 'halls' })],
    ['a signature for another body', sdl, token(question)],
    ['a signature with a forged key', question, token(question, { keys: ring(2) })],
    ['a signature with the key of events', question, token(question, { keys: eventKeys(keys) })],
    ['an unknown key', question, token(question, { keys: { ...keys, current: { id: 'b', key: keys.current.key } } })],
    ['other roles than were signed', question, withOtherRoles(token(question))],
    ['a plain viewer', question, JSON.stringify(clerk)],
    ['algorithm none', question, `none.a.${token(question).split('.')[2]}.`],
  ];
  it.each(refusals)('refuses %s', async (_what, body, given) => {
    expect((await post('/graphql', body, given)).statusCode).toBe(401);
  });

  it.each([
    ['expired', -16_000],
    ['of the future', 3_600_000],
  ])('refuses a signature that is %s', async (_what, offset) => {
    const binding = { audience: 'windows', body: question, keys };
    const given = signViewer({ viewer: clerk, budgetMs: 1 }, binding, Date.now() + offset);
    expect((await post('/graphql', question, given)).statusCode).toBe(401);
  });

  it('takes a signature of a gateway whose clock is a little ahead', async () => {
    const given = signViewer(
      { viewer: clerk, budgetMs: 1 },
      { audience: 'windows', body: question, keys },
      Date.now() + 2_000,
    );
    expect((await post('/graphql', question, given)).statusCode).toBe(200);
  });

  it('takes the signature of the key before last while keys rotate', async () => {
    const rotated = {
      current: { id: 'b', key: Buffer.alloc(32, 2) },
      all: new Map(keys.all).set('b', Buffer.alloc(32, 2)),
    };
    const binding = { audience: 'windows', body: question };
    const voucher = { viewer: clerk, budgetMs: 1_000 };
    expect(verifyViewer(signViewer(voucher, { ...binding, keys }), { ...binding, keys: rotated })).toEqual(voucher);
    expect(verifyViewer(signViewer(voucher, { ...binding, keys: rotated }), { ...binding, keys })).toBeNull();
  });

  it('hands the viewer on so that nobody can change it', () => {
    const binding = { audience: 'windows', body: question, keys };
    const viewer = verifyViewer(token(question), binding)?.viewer;
    expect([Object.isFrozen(viewer), Object.isFrozen(viewer?.roles)]).toEqual([true, true]);
  });

  it('is open in one place: whether it lives', async () => {
    const answer = await aServer().server.inject({ method: 'GET', url: '/livez' });
    expect(answer.json()).toEqual({ status: 'ok', requests: 0 });
  });

  it.each([
    ['GET', '/graphql', 'application/json'],
    ['GET', '/graphql?query={_service{sdl}}', 'application/json'],
    ['POST', '/graphql', 'text/plain'],
    ['POST', '/graphql', 'application/x-www-form-urlencoded'],
    ['POST', '/graphql', 'application/json; charset=utf-8'],
    ['POST', '/events', 'application/json'],
    ['POST', '/settle', 'application/json'],
    ['GET', '/metrics', 'application/json'],
    ['PUT', '/graphql', 'application/json'],
    ['OPTIONS', '/graphql', 'application/json'],
    ['POST', '/livez', 'application/json'],
  ] as const)('answers %s %s as %s without a signature by 401 and nothing else', async (method, url, type) => {
    const body = method === 'POST' || method === 'PUT' ? question : undefined;
    const answer = await aServer().server.inject({
      method,
      url,
      headers: { 'content-type': type },
      ...(body !== undefined && { body }),
    });
    expect([answer.statusCode, answer.json()]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
  });

  it('takes no viewer from any other header', async () => {
    const headers = {
      'content-type': 'application/json',
      'x-user': 'clerk-1',
      'x-role': 'DIRECTOR',
      authorization: 'Bearer a',
    };
    const answer = await aServer().server.inject({ method: 'POST', url: '/graphql', body: question, headers });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses a body that is too large before it looks at anything else', async () => {
    const body = JSON.stringify({ query: '#'.repeat(1024 * 1024) });
    const answer = await post('/graphql', body, token(body));
    expect([answer.statusCode, answer.json()]).toEqual([413, { code: 'BODY_TOO_LARGE' }]);
  });

  it('tells a fellow whose event failed nothing but an id, under which the cause is logged', async () => {
    const logged: unknown[][] = [];
    const failing = async () => {
      throw new Error('no such table: petitioners of 990102');
    };
    const { subgraph } = aServer();
    const server = subgraphServer({ ...subgraph, consume: failing }, keys, { log: (...given) => logged.push(given) });
    const body = JSON.stringify(event);
    const given = token(body, { keys: eventKeys(keys) }, systemViewer);
    const headers = { 'content-type': 'application/json', [viewerHeader]: given };

    const answer = await server.inject({ method: 'POST', url: '/events', body, headers });

    expect([answer.statusCode, answer.json()]).toEqual([
      500,
      { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) },
    ]);
    expect(logged).toEqual([
      [new Error('no such table: petitioners of 990102'), answer.json<{ errorId: string }>().errorId],
    ]);
  });

  it('takes an event that a fellow hands over', async () => {
    const { server, consumed } = aServer();
    const body = JSON.stringify(event);
    const given = token(body, { keys: eventKeys(keys) }, systemViewer);
    const headers = { 'content-type': 'application/json', [viewerHeader]: given };

    const answer = await server.inject({ method: 'POST', url: '/events', body, headers });

    expect(answer.statusCode).toBe(200);
    expect(consumed).toEqual([event]);
  });

  it('takes no event that is not signed as one', async () => {
    const body = JSON.stringify(event);
    expect((await post('/events', body, token(body))).statusCode).toBe(401);
  });

  it('tells how many events it has handed over once it has settled', async () => {
    expect((await post('/settle', '{}', token('{}'))).json()).toEqual({ handedOver: 7 });
  });
});

function withOtherRoles(signed: string): string {
  const [version, kid, payload = '', signature] = signed.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { viewer: Viewer };
  const raised = { ...claims, viewer: { ...claims.viewer, roles: ['DIRECTOR'] } };
  return [version, kid, Buffer.from(JSON.stringify(raised)).toString('base64url'), signature].join('.');
}

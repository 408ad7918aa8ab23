import { beforeAll, describe, expect, it } from '@jest/globals';
import { installationKeys } from '@onevisit/home';
import { signViewer, viewerHeader, type TokenKeys, type Voucher } from '@onevisit/subgraph';
import { publicViewer, seededId, type Viewer } from '@onevisit/kernel';
import { as, homeOf, post, stack, story, subgraphPorts, url, type Told } from '../kit/index.ts';

let told: Told;
beforeAll(async () => {
  told = await story.referred();
});

const json = { 'content-type': 'application/json' };
const codesOf = (body: unknown): readonly string[] =>
  ((body as Readonly<{ errors?: readonly Readonly<{ extensions: Readonly<{ code: string }> }>[] }>).errors ?? []).map(
    ({ extensions }) => extensions.code,
  );

describe('who knocks at a subgraph, past the gateway', () => {
  const keysOf = (name: string): TokenKeys => installationKeys(homeOf(stack)).subgraph(name);
  const clerk: Viewer = {
    ...publicViewer(),
    id: seededId('staff', '990102-LETT/2'),
    roles: ['DIRECTOR'],
    organizationId: seededId('organization', '990100-LETT'),
    areaCode: '990100',
  };
  const voucher: Voucher = { viewer: clerk, budgetMs: 5_000 };
  const body = JSON.stringify({ query: '{ _service { sdl } }' });
  const signed = (audience: string, keys: TokenKeys, about = body, now = Date.now()): string =>
    signViewer(voucher, { audience, body: about, keys }, now);
  const forged: TokenKeys = { current: { id: 'forged', key: Buffer.alloc(32) }, all: new Map() };

  it('finds doors where there are processes, on this machine alone', () => {
    expect(Object.keys(subgraphPorts())).toHaveLength(stack.mounting === 'split' ? 4 : 0);
  });

  it('is told nothing, with no token or a wrong one', async () => {
    for (const [name, port] of Object.entries(subgraphPorts())) {
      const other = name === 'cases' ? 'organizations' : 'cases';
      const tokens: Readonly<Record<string, string | undefined>> = {
        none: undefined,
        empty: '',
        'no token': 'v1.a.b.c',
        forged: signed(name, { ...forged, current: { ...forged.current, id: keysOf(name).current.id } }),
        'of an unknown key': signed(name, forged),
        'for another subgraph': signed(other, keysOf(other)),
        'of another audience': signed(other, keysOf(name)),
        expired: signed(name, keysOf(name), body, Date.now() - 60_000),
        'from the future': signed(name, keysOf(name), body, Date.now() + 60_000),
        'of another body': signed(name, keysOf(name), '{"query":"{ __typename }"}'),
      };
      for (const [what, token] of Object.entries(tokens)) {
        const answer = await post(`http://127.0.0.1:${port}/graphql`, body, {
          ...json,
          ...(token !== undefined && { [viewerHeader]: token }),
        });
        expect({ name, what, ...answer }).toEqual({ name, what, status: 401, text: '{"code":"UNAUTHENTICATED"}' });
      }
      for (const path of ['/', '/graphql', '/health', '/events', '/settle', '/metrics', '/readyz']) {
        const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
        expect({ name, path, status }).toEqual({ name, path, status: 401 });
      }
    }
  });

  it('is let in where the gateway signed it: the refusals above are of the signature', async () => {
    for (const [name, port] of Object.entries(subgraphPorts())) {
      const answer = await post(`http://127.0.0.1:${port}/graphql`, body, {
        ...json,
        [viewerHeader]: signed(name, keysOf(name)),
      });
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });

  it('gains nothing by what it says of an entity: only its key is read, and sight asked again', async () => {
    const representation = { __typename: 'Case', id: told.caseId, status: 'CONCLUDED', title: '伪造', version: 99 };
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { id status title } } }';
    const asked = JSON.stringify({ query, variables: { of: [representation] } });
    const stranger: Viewer = {
      ...clerk,
      roles: ['BUREAU'],
      areaCode: '990103',
      organizationId: seededId('organization', '990103-LETT'),
    };
    for (const [name, port] of Object.entries(subgraphPorts()).filter(([one]) => one === 'cases')) {
      const askAs = (viewer: Viewer) =>
        post(`http://127.0.0.1:${port}/graphql`, asked, {
          ...json,
          [viewerHeader]: signViewer({ ...voucher, viewer }, { audience: name, body: asked, keys: keysOf(name) }),
        });
      const [director, other] = [await askAs(clerk), await askAs(stranger)];
      expect(JSON.parse(director.text)).toMatchObject({
        data: { _entities: [{ id: told.caseId, status: 'REFERRED' }] },
      });
      expect(director.text).not.toContain('伪造');
      expect(JSON.parse(other.text)).toMatchObject({ data: { _entities: [null] } });
    }
  });
});

describe('who asks the gateway', () => {
  it.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'has no way to %s',
    async (query) => {
      const { status, data, errors } = await as('developer').ask(query);
      expect([status, data, errors[0]?.extensions.code]).toEqual([400, null, 'GRAPHQL_VALIDATION_FAILED']);
    },
  );

  it('is who the token says, whatever other headers say', async () => {
    const claims = {
      'x-user': 'director',
      'X-Role': 'DIRECTOR',
      'x-roles': 'DIRECTOR',
      'x-onevisit-ctx': '{"roles":["DIRECTOR"]}',
      'X-OneVisit-Viewer': 'v1.a.b.c',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-user': 'director',
      'x-organization-id': seededId('organization', '990100-LETT'),
    };
    const document = 'query ($id: ID!) { case(id: $id) { id } me { roles } }';
    const variables = { id: told.caseId };
    const stranger = await as('bureau', { organization: '990103-LETT' }).ask(document, variables, claims);
    const nobody = await as(null).ask(document, variables, claims);
    expect(stranger.data).toEqual({ case: null, me: { roles: ['BUREAU'] } });
    expect([nobody.data, nobody.errors.map((error) => error.extensions.code)]).toEqual([
      { case: null, me: null },
      ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ]);
  });

  it.each([
    ['a key that no input has', { isClosed: true }],
    ['a state', { status: 'CONCLUDED' }],
    ['a responsible organization', { responsibleOrganizationId: seededId('organization', '990102-HRSS') }],
    ['a time of registration', { registeredAt: '2020-01-01T00:00:00Z' }],
  ])('cannot write %s beside what an input takes', async (_what, more) => {
    const input = { caseId: told.caseId, decision: 'ADMIT', ...more };
    expect(await as('handler').isRefused('decideAdmission', input)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'query={me{id}}'],
    ['plain text', 'text/plain', '{"query":"{ me { id } }"}'],
    ['a form with parts', 'multipart/form-data; boundary=x', '--x--'],
    ['no type at all', '', '{"query":"{ me { id } }"}'],
  ])('is refused who sends %s, as a page of somebody else can', async (_what, type, content) => {
    const { status } = await post('/graphql', content, type === '' ? {} : { 'content-type': type });
    expect([400, 415]).toContain(status);
  });

  it('cannot change anything by GET, nor read without the header that no link can send', async () => {
    const get = (query: string, headers = {}) =>
      fetch(`${url()}/graphql?query=${encodeURIComponent(query)}`, { headers });
    const mutation = await get('mutation { openCase(input: {}) { errors { code } } }', {
      'apollo-require-preflight': '1',
    });
    const plain = await get('{ me { id } }');
    expect([[400, 405].includes(mutation.status), plain.status]).toEqual([true, 400]);
  });

  it('is not told what else there would be', async () => {
    const { errors } = await as('clerk').ask('{ cas { id } caze(id: "1") { narative } }');
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });

  it('does not send many in one', async () => {
    const { status, text } = await post('/graphql', '[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]', {
      'content-type': 'application/json',
    });
    expect([status, codesOf(JSON.parse(text))]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

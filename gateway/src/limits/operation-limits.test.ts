import { describe, expect, it } from '@jest/globals';
import { signStaffToken } from '../authentication/development-issuer.ts';
import { ask, testGateway, testKeys } from '../testing/test-gateway.ts';

const shape = '{ __schema { queryType { name } } }';
const tokenOf = async (role: 'CLERK' | 'DEVELOPER') => ({
  authorization: `Bearer ${await signStaffToken(
    { sub: `the ${role}`, roles: [role], organization_id: null, area_code: null, task_force_code: null },
    testKeys.tokenIssuer,
  )}`,
});

describe('introspection', () => {
  it('is for developers, wherever in a document it hides', async () => {
    const gateway = await testGateway({ isDevelopment: false });
    const hidden = 'query { ...f } fragment f on Query { ... on Query { __type(name: "Hall") { name } } }';
    for (const document of [shape, hidden]) {
      const { status, body } = await ask(gateway, document, { headers: await tokenOf('CLERK') });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code: 'INTROSPECTION_DISABLED' } }]);
      expect(body.data ?? null).toBeNull();
    }
    const { body } = await ask(gateway, shape, { headers: await tokenOf('DEVELOPER') });
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    await gateway.stop();
  });
});

describe('limits of every operation', () => {
  const refused = async (document: string) => {
    const gateway = await testGateway();
    const { status, body } = await ask(gateway, document);
    await gateway.stop();
    return [status, body.errors?.[0]?.extensions['code']];
  };
  const doubled = Array.from(
    { length: 20 },
    (_, at) =>
      `fragment f${at} on Hall { a: windows { hall { ...f${at + 1} } } b: windows { hall { ...f${at + 1} } } }`,
  ).join(' ');

  it.each([
    ['TOO_MANY_ROOT_FIELDS', `{ ${'halls { code } '.repeat(21)} }`],
    ['TOO_MANY_ALIASES', `{ halls { ${Array.from({ length: 31 }, (_, at) => `a${at}: code`).join(' ')} } }`],
    ['TOO_DEEP', `{ halls ${'{ windows { hall '.repeat(8)} { code } ${'} }'.repeat(8)} }`],
    ['TOO_MANY_DIRECTIVES', `{ halls ${'@include(if: true) '.repeat(6)} { code } }`],
    ['TOO_MANY_ALIASES', `{ halls { ...f0 } } ${doubled} fragment f20 on Hall { code }`],
    ['TOO_MANY_TOKENS', `{ ${'halls { code } '.repeat(2_000)} }`],
  ])('%s is refused before anything is planned', async (code, document) => {
    expect(await refused(document)).toEqual([400, code]);
  });

  it('refuses an operation that costs too much, and says how much', async () => {
    const limits = {
      depth: 15,
      aliases: 30,
      rootFields: 20,
      selections: 2_000,
      directives: 5,
      fragments: 50,
      operations: 1,
      cost: 5,
    };
    const gateway = await testGateway({ limits });
    const { status, body } = await ask(gateway, '{ halls { code windows { id } } }');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED' } }]);
    await gateway.stop();
  });

  it('tells what an operation cost, and refuses who has spent all points', async () => {
    const gateway = await testGateway({ allowance: { limit: 150, perSecond: 0.001 } });
    const first = await ask(gateway, '{ halls { code } }');
    expect(first.body.extensions).toMatchObject({ cost: { requested: 100, limit: 150, remaining: 50 } });
    const second = await ask(gateway, '{ halls { code } }');
    expect(second.status).toBe(429);
    expect(second.headers['retry-after']).toEqual(expect.any(String));
    expect(second.body.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await gateway.stop();
  });
});

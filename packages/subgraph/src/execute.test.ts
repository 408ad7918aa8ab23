import { BadCursorError, BadPageSizeError } from '@onevisit/data';
import { ForbiddenError, publicViewer, type Viewer } from '@onevisit/kernel';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { buildSchema, createExecutor, errorCodes, errorTexts, graphError, type Subgraph } from './index.ts';

const typeDefs = parse(`
  scalar DateTime
  scalar Date
  enum Lane { FAST SLOW }
  input Wish { text: String! lane: Lane on: Date }
  type Query {
    window: String
    strict: String!
    count: Int
    echo(text: String, wish: Wish, at: DateTime, number: Int): String
    at(at: DateTime!): DateTime
  }
  type Mutation { open(input: Wish!): String }
`);

const clerk: Viewer = { ...publicViewer('en'), id: 'clerk-1', roles: ['CLERK'] };

/** A subgraph whose field `window` fails or answers as the test says; and what it logs. */
function aSubgraph(answer: () => unknown = () => 'open', operation: Subgraph['operation'] = (viewer) => ({ viewer })) {
  const logged: { error: unknown; errorId: string }[] = [];
  const subgraph: Subgraph = {
    name: 'windows',
    schema: buildSchema(typeDefs, {
      Query: {
        window: answer,
        strict: answer,
        count: answer,
        echo: (_parent: unknown, given: object) => JSON.stringify(given),
        at: (_parent: unknown, { at }: { at: Date }) => at,
      },
    }),
    operation,
    consume: async () => undefined,
    start: async () => undefined,
    settle: async () => undefined,
    stop: async () => undefined,
  };
  const execute = createExecutor(subgraph, (error, errorId) => logged.push({ error, errorId }));
  const run = (query: string, variables?: Record<string, unknown>, viewer = clerk) =>
    execute({ query, variables }, viewer);
  return { run, execute, logged };
}

const failing = (error: unknown) => () => {
  throw error;
};

describe('createExecutor', () => {
  it('answers, and tells how many statements it took', async () => {
    expect(await aSubgraph().run('{ window }')).toEqual({ data: { window: 'open' }, extensions: { sql: 0 } });
  });

  it.each([
    ['a fault', new Error('select * from petitioners where name = 张三')],
    ['a fault of the database', Object.assign(new Error('张三 already exists'), { code: '23505', detail: '张三' })],
    ['a GraphQL error that nobody foresaw', new GraphQLError('http://127.0.0.1:4001 said 张三')],
    ['a code that is not ours', new GraphQLError('张三', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } })],
    ['what looks like a fault of the input', new Error('Argument "name" of type String! is 张三')],
    ['what is no error', '张三'],
  ])('hides %s behind an id, under which the cause is logged', async (_what, cause) => {
    const { run, logged } = aSubgraph(failing(cause));
    const result = await run('{ window }');
    expect(result).toEqual({
      data: { window: null },
      errors: [
        {
          message: errorTexts.INTERNAL_SERVER_ERROR.en,
          path: ['window'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: logged[0]?.errorId },
        },
      ],
      extensions: { sql: 0 },
    });
    expect(JSON.stringify(logged.map(({ error }) => String(error)))).toContain('张三');
  });

  it.each([
    ['a number', '{ count }', () => '张三'],
    ['a text', '{ window }', () => ({ name: '张三' })],
    ['a time', '{ at(at: "2026-05-09T00:00:00Z") window }', () => Symbol('张三')],
  ])('does not tell the value that fits no type: %s', async (_what, query, answer) => {
    const { run, logged } = aSubgraph(answer);
    const result = await run(query);
    expect(JSON.stringify(result)).not.toContain('张三');
    expect(result.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(logged).toHaveLength(1);
  });

  it('says that a part cannot be reached when the database cannot', async () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:54329'), { code: 'ECONNREFUSED' });
    const { run, logged } = aSubgraph(failing(lost));
    const result = await run('{ window }');
    expect(result.errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', errorId: logged[0]?.errorId });
    expect(JSON.stringify(result)).not.toContain('54329');
  });

  it.each([
    ['FORBIDDEN', new ForbiddenError(clerk, 'opinion:sign')],
    ['UNAUTHENTICATED', new ForbiddenError(publicViewer(), 'opinion:sign')],
    ['BAD_USER_INPUT', new BadCursorError('cursor')],
    ['BAD_USER_INPUT', new BadPageSizeError('first')],
    ['RATE_LIMITED', graphError('RATE_LIMITED')],
  ] as const)('tells %s in the language of the viewer', async (code, cause) => {
    const { run, logged } = aSubgraph(failing(cause));
    const answers = [await run('{ window }'), await run('{ window }', {}, { ...clerk, language: 'zh-CN' })];
    expect(answers.map(({ errors }) => errors)).toEqual(
      [errorTexts[code].en, errorTexts[code].zh].map((message) => [
        { message, path: ['window'], extensions: { code } },
      ]),
    );
    expect(logged).toEqual([]);
  });

  it('speaks Chinese to whom asks for no language', async () => {
    const { execute } = aSubgraph(failing(new BadCursorError('cursor')));
    const { errors } = await execute({ query: '{ window }' });
    expect(errors?.[0]?.message).toBe(errorTexts.BAD_USER_INPUT.zh);
  });

  it('answers no data when a field that must be there fails', async () => {
    const { run } = aSubgraph(failing(new BadCursorError('cursor')));
    expect((await run('{ strict }')).data).toBeNull();
  });

  it('hides what goes wrong before any field is asked for', async () => {
    const { run, logged } = aSubgraph(undefined, failing(new Error('no loaders')));
    expect((await run('{ window }')).errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      errorId: logged[0]?.errorId,
    });
  });
});

describe('what a document gets wrong', () => {
  const codesOf = async (query: string, variables?: Record<string, unknown>) => {
    const { run, logged } = aSubgraph();
    const { errors = [] } = await run(query, variables);
    expect(logged).toEqual([]);
    return errors.map(({ extensions }) => extensions?.['code']);
  };

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{ window'],
    ['GRAPHQL_PARSE_FAILED', `{ ${'window '.repeat(20_001)} }`],
    ['GRAPHQL_VALIDATION_FAILED', '{ door }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ echo(number: 2147483648) }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ echo(wish: { text: null }) }'],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { window } query B { window }'],
    ['BAD_USER_INPUT', '{ at(at: "2026-02-30T00:00:00Z") }'],
    ['BAD_USER_INPUT', '{ echo(text: "a\\u0000b") }'],
  ])('is %s', async (code, query) => {
    expect((await codesOf(query)).slice(0, 1)).toEqual([code]);
  });

  it('is an operation that the document does not hold', async () => {
    const { errors } = await aSubgraph().execute({ query: 'query A { window }', operationName: 'B' }, clerk);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'OPERATION_RESOLUTION_FAILURE' }]);
  });

  it.each([
    ['a number beyond 32 bits', 'query ($v: Int) { echo(number: $v) }', 2 ** 31],
    ['a fraction', 'query ($v: Int) { echo(number: $v) }', 1.5],
    ['text for a number', 'query ($v: Int) { echo(number: $v) }', '1'],
    ['an unknown value of an enum', 'query ($v: Wish) { echo(wish: $v) }', { text: 'a', lane: 'OTHER' }],
    ['an unknown field', 'query ($v: Wish) { echo(wish: $v) }', { text: 'a', __proto: 1 }],
    ['a missing field', 'query ($v: Wish) { echo(wish: $v) }', {}],
    ['null for what must be there', 'query ($v: Wish!) { echo(wish: $v) }', null],
    ['a day that no calendar has', 'query ($v: Wish) { echo(wish: $v) }', { text: 'a', on: '2026-02-29' }],
    ['a time without its offset', 'query ($v: DateTime!) { at(at: $v) }', '2026-05-09T08:00:00'],
  ])('is BAD_USER_INPUT for %s', async (_what, query, v) => {
    expect(await codesOf(query, { v })).toEqual(['BAD_USER_INPUT']);
  });

  it('is told as the scalar tells it, in the language of the viewer', async () => {
    const { run } = aSubgraph();
    const zh: Viewer = { ...clerk, language: 'zh-CN' };
    const byLiteral = await run('{ at(at: "tomorrow") }', {}, zh);
    const byVariable = await run('query ($at: DateTime!) { at(at: $at) }', { at: 'tomorrow' }, zh);
    expect([byLiteral, byVariable].map(({ errors }) => errors?.[0]?.message)).toEqual([
      '时间格式应为 2026-05-09T08:00:00+08:00。',
      '时间格式应为 2026-05-09T08:00:00+08:00。',
    ]);
  });

  it('is found before any field is asked for', async () => {
    let asked = 0;
    const { run } = aSubgraph(() => (asked += 1));
    await run('query ($v: Int) { count echo(number: $v) }', { v: 'x' });
    await run('{ count echo(text: "\\u0001") }');
    expect(asked).toBe(0);
  });
});

describe('text', () => {
  const echo = 'query ($text: String, $wish: Wish) { echo(text: $text, wish: $wish) }';
  const refused = [
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u001bb'],
    ['a carriage return', 'a\r\nb'],
    ['the first half of a surrogate pair', 'a\ud83d'],
    ['the second half of a surrogate pair', '\ude00b'],
  ] as const;

  it.each(refused)('is refused with %s, wherever it stands', async (_what, text) => {
    const { run } = aSubgraph();
    for (const variables of [{ text }, { wish: { text } }]) {
      const { data, errors } = await run(echo, variables);
      expect(data).toBeUndefined();
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    }
  });

  it.each(['第一行\n\t第二行', '😀𠮷', 'e\u0301 é', '\u202eabc', '%_\\', `"'; drop table cases; --`, ''])(
    'comes through exactly as it was: %j',
    async (text) => {
      const { data } = await aSubgraph().run(echo, { text });
      expect(JSON.parse(String(data?.['echo']))).toEqual({ text });
    },
  );
});

describe('errorTexts', () => {
  it.each(errorCodes)('say %s in both languages', (code) => {
    expect(errorTexts[code].zh).toMatch(/\p{Script=Han}/u);
    expect(errorTexts[code].en).toMatch(/^[\x20-\x7e]+$/);
  });
});

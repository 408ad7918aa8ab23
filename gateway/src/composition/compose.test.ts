import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { hallsTypeDefs, windowsTypeDefs } from '../testing/test-subgraphs.ts';
import { compose, type SubgraphSchema } from './compose.ts';
import { printedProblem } from './composition-problem.ts';
import { schemaIn } from './service-schemas.ts';

const root = mkdtempSync(join(tmpdir(), 'compose-'));
afterAll(() => rmSync(root, { recursive: true }));

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])';

/** A subgraph whose files stand where a service's would. */
function aSubgraph(name: string, files: Readonly<Record<string, string>>): SubgraphSchema {
  const folder = join(root, 'services', name, 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries({ 'schema.graphql': link, ...files }))
    writeFileSync(join(folder, file), text);
  return { name, typeDefs: schemaIn(folder, root) };
}

const problemsOf = (subgraphs: readonly SubgraphSchema[]) => {
  const composition = compose(subgraphs);
  return composition.isComposed ? [] : composition.problems;
};

describe('compose', () => {
  it('makes one graph of several', () => {
    const subgraphs = [
      { name: 'halls', typeDefs: hallsTypeDefs },
      { name: 'windows', typeDefs: windowsTypeDefs },
    ];
    const composition = compose(subgraphs);
    const again = compose(subgraphs.toReversed());
    expect(composition.isComposed && again.isComposed && composition.supergraphSdl === again.supergraphSdl).toBe(true);
  });

  it('says where a field is provided twice, and what to do', () => {
    const problems = problemsOf([
      aSubgraph('first', {
        'hall.graphql':
          'type Query { halls: [Hall!]! }\ntype Hall @key(fields: "code") {\n  code: ID!\n  name: String\n}',
      }),
      aSubgraph('second', { 'hall.graphql': 'type Hall @key(fields: "code") {\n  code: ID!\n\n  name: String\n}' }),
    ]);
    expect(problems).toEqual([
      {
        code: 'INVALID_FIELD_SHARING',
        message: expect.stringContaining('Hall.name'),
        places: ['services/first/schema/hall.graphql:4:3', 'services/second/schema/hall.graphql:4:3'],
        hint: {
          zh: '同一字段由多个子图提供：只留一个，或在每处加 @shareable。',
          en: 'Several subgraphs provide this field. Keep one, or mark it @shareable in each.',
        },
      },
    ]);
    expect(printedProblem(problems[0] ?? never())).toContain('  services/second/schema/hall.graphql:4:3\n  同一字段');
  });

  it('says where a type is unknown', () => {
    const problems = problemsOf([aSubgraph('third', { 'hall.graphql': 'type Query {\n  hall: Hall\n}' })]);
    expect(problems.map(({ code, places }) => [code, places])).toEqual([
      ['INVALID_GRAPHQL', ['services/third/schema/hall.graphql:2:9']],
    ]);
  });

  it('says which subgraph cannot reach what it promises', () => {
    const problems = problemsOf([
      aSubgraph('fourth', {
        'hall.graphql': 'type Query { hall: Hall }\ntype Hall @key(fields: "code") { code: ID! }',
      }),
      aSubgraph('fifth', { 'hall.graphql': 'type Hall @key(fields: "id") { id: ID! size: Int }' }),
    ]);
    expect(problems.map(({ code, hint }) => [code, hint !== null])).toContainEqual(['SATISFIABILITY_ERROR', true]);
  });
});

function never(): never {
  throw new Error('there was no problem');
}

import { describe, expect, it } from '@jest/globals';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { failedFetch } from '../sources/source-failure.ts';
import { hallsSubgraph, windowsSubgraph } from '../testing/test-subgraphs.ts';
import { ask, inProcess, quiet, testGateway } from '../testing/test-gateway.ts';

const halls = inProcess(hallsSubgraph(), quiet);

async function answered(windows: Partial<SubgraphSource>, query: string) {
  const gateway = await testGateway({ sources: [halls, { ...inProcess(windowsSubgraph(), quiet), ...windows }] });
  const { body } = await ask(gateway, query);
  await gateway.stop();
  return body;
}

const unavailable: SubgraphSource['fetch'] = async (request, { viewer }) =>
  failedFetch(request, { code: 'SUBGRAPH_UNAVAILABLE', errorId: 'e1' }, viewer.language);

const query = '{ halls { code openWindows } asker }';

describe('a subgraph that breaks its contract', () => {
  it('with null for a value that it promised is an error of that place', async () => {
    const { data, errors } = await answered(
      { fetch: async () => ({ data: { _entities: [{ openWindows: 3 }, { openWindows: null }] } }) },
      query,
    );
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message: 'A part of the graph broke its contract.',
        path: ['halls', 1, 'openWindows'],
        extensions: { code: 'SUBGRAPH_CONTRACT_VIOLATION', errorId: expect.any(String) },
      },
    ]);
  });
});

describe('a subgraph that fails', () => {
  it('leaves the others’ part of the answer', async () => {
    const { data, errors } = await answered(
      { fetch: unavailable },
      '{ hall(code: "A") { name windows { id } } window(id: "w1") { id } }',
    );

    const message = 'A part of the graph cannot be reached.';
    expect(data).toEqual({ hall: { name: '东厅', windows: null }, window: null });
    expect(errors).toEqual([
      { message, path: ['window'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', errorId: 'e1' } },
      { message, path: ['hall'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', errorId: 'e1' } },
    ]);
  });
});

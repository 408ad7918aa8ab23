import { describe, expect, it } from '@jest/globals';
import { publicViewer } from '@onevisit/kernel';
import { aGate, hallsSubgraph } from '../testing/test-subgraphs.ts';
import { inProcess, quiet } from '../testing/test-gateway.ts';

const viewer = publicViewer();

describe('a subgraph of this process', () => {
  it('that takes too long is given up', async () => {
    const gate = aGate();
    const source = inProcess(hallsSubgraph(gate), quiet);
    const result = await source.fetch({ query: '{ sleeps }' }, { viewer, deadline: Date.now() + 20 });
    gate.open();

    expect(result).toEqual({
      data: null,
      errors: [
        {
          message: '部分服务响应超时。',
          path: ['sleeps'],
          extensions: { code: 'SUBGRAPH_TIMEOUT', errorId: expect.any(String), isWorded: true },
        },
      ],
    });
  });

  it('gets the very viewer of the gateway', async () => {
    const frozen = Object.freeze({ ...viewer, id: 'staff-1' });
    let seen: unknown;
    const subgraph = { ...hallsSubgraph(), operation: (given: typeof viewer) => ({ viewer: (seen = given) }) };
    await inProcess(subgraph, quiet).fetch({ query: '{ asker }' }, { viewer: frozen, deadline: Date.now() + 1_000 });
    expect(seen).toBe(frozen);
  });
});

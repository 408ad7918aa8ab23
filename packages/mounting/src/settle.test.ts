import { describe, expect, it } from '@jest/globals';
import { settleAll, settlePeer } from './index.ts';

/** Processes that make work for the next one so many times. */
function processes(chain: number) {
  const total = [0, 0, 0];
  let left = chain;
  let asked = 0;
  const settle = (at: number) => async () => {
    asked += 1;
    if (left > 0 && chain - left === at % 3) {
      left -= 1;
      total[at] = (total[at] ?? 0) + 1;
    }
    return total[at] ?? 0;
  };
  return { all: [settle(2), settle(1), settle(0)], left: () => left, asked: () => asked };
}

describe('settleAll', () => {
  it('asks all once more when nothing moves', async () => {
    const { all, asked } = processes(0);
    await settleAll(all);
    expect(asked()).toBe(6);
  });

  it('goes on while one makes work for another', async () => {
    const { all, left } = processes(3);
    await settleAll(all);
    expect(left()).toBe(0);
  });
});

describe('settlePeer', () => {
  it('reads how many events the other process has handed over', async () => {
    expect(await settlePeer({ post: async () => '{"handedOver":7}' })()).toBe(7);
  });

  it('does not believe what is no count', async () => {
    expect(await settlePeer({ post: async () => '{"handedOver":"many"}' })()).toBe(0);
  });
});

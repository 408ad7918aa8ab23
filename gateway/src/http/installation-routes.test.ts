import { describe, expect, it } from '@jest/globals';
import { ClockError, keysFrom } from '@onevisit/home';
import { systemViewer, type DeliveredEvent } from '@onevisit/kernel';
import { eventKeys, signViewer, viewerHeader, type TokenKeys } from '@onevisit/subgraph';
import { hallsSubgraph } from '../testing/test-subgraphs.ts';
import { testGateway, testKeys } from '../testing/test-gateway.ts';
import { serveEvents } from './event-routes.ts';
import { serveKeys } from './key-route.ts';
import { serveSettling } from './settle-route.ts';

const strangers = keysFrom(() => [{ id: 'test', key: Buffer.alloc(32, 'x') }]);

type Signature = Readonly<{ audience: string; keys: TokenKeys }>;

async function posting(url: string, content: object, signature: Signature | null) {
  const gateway = await testGateway();
  const done: string[] = [];
  const consumed: DeliveredEvent[] = [];
  serveSettling(gateway.app, testKeys, {
    advance: (duration) => {
      if (duration === 'P-1D') throw new ClockError('时钟只能向前拨。 The clock only goes ahead.');
      done.push(`advance ${duration}`);
    },
    settle: async () => void done.push('settle'),
    now: () => new Date('2026-07-08T00:00:00Z'),
  });
  const halls = { ...hallsSubgraph(), consume: async (event: DeliveredEvent) => void consumed.push(event) };
  serveEvents(gateway.app, [halls], testKeys);

  const body = JSON.stringify(content);
  const token = signature && signViewer({ viewer: systemViewer, budgetMs: 0 }, { ...signature, body });
  const headers = { 'content-type': 'application/json', ...(token !== null && { [viewerHeader]: token }) };
  const answer = await gateway.app.inject({ method: 'POST', url, headers, payload: body });
  return { status: answer.statusCode, body: answer.json<unknown>(), done, consumed };
}

const ours: Signature = { audience: 'gateway', keys: testKeys.subgraph('gateway') };
const unsigned = [
  ['nobody', null],
  ['a stranger', { audience: 'gateway', keys: strangers.subgraph('gateway') }],
  ['somebody for a subgraph', { audience: 'halls', keys: testKeys.subgraph('halls') }],
] as const;

describe('POST /settle', () => {
  it('moves the clock first and answers when all is handled', async () => {
    const { status, body, done } = await posting('/settle', { advance: 'P60D' }, ours);
    expect({ status, body, done }).toEqual({
      status: 200,
      body: { now: '2026-07-08T00:00:00.000Z' },
      done: ['advance P60D', 'settle'],
    });
  });

  it('only waits where it is told no duration', async () => {
    expect((await posting('/settle', {}, ours)).done).toEqual(['settle']);
  });

  it('says why the clock does not move', async () => {
    const { status, body, done } = await posting('/settle', { advance: 'P-1D' }, ours);
    expect({ status, body, done }).toEqual({
      status: 409,
      body: {
        errors: [{ message: '时钟只能向前拨。 The clock only goes ahead.', extensions: { code: 'BAD_USER_INPUT' } }],
      },
      done: [],
    });
  });

  it.each(unsigned)('does nothing for %s', async (_who, signature) => {
    const { status, done } = await posting('/settle', { advance: 'P60D' }, signature);
    expect([status, done]).toEqual([401, []]);
  });
});

const event = { id: 'e1', type: 'hall.opened.v1', source: 'windows', data: {} };

describe('POST /subgraphs/<name>/events', () => {
  it('takes an event for a subgraph of this process', async () => {
    const signature = { audience: 'halls', keys: eventKeys(testKeys.subgraph('halls')) };
    const { status, consumed } = await posting('/subgraphs/halls/events', event, signature);
    expect([status, consumed]).toEqual([200, [event]]);
  });

  it.each(unsigned)('takes none of %s', async (_who, signature) => {
    const { status, consumed } = await posting('/subgraphs/halls/events', event, signature);
    expect([status, consumed]).toEqual([401, []]);
  });
});

describe('/.well-known/jwks.json', () => {
  it('publishes the public halves of what signs, and nothing else', async () => {
    const gateway = await testGateway();
    serveKeys(gateway.app, testKeys);
    const answer = await gateway.app.inject({ url: '/.well-known/jwks.json' });
    expect(answer.json()).toEqual({ keys: [testKeys.tokenIssuer.publicJwk, testKeys.receipt.publicJwk] });
    expect(answer.body).not.toContain('"d"');
  });
});

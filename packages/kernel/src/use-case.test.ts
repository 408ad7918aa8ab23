import { describe, expect, it } from '@jest/globals';
import {
  command,
  fail,
  ForbiddenError,
  ok,
  publicViewer,
  query,
  type Attempt,
  type Operation,
  type Scope,
  type Viewer,
} from './index.ts';

const clerk: Viewer = { ...publicViewer(), id: 'clerk-1', roles: ['CLERK'] };
const handler: Viewer = { ...clerk, roles: ['HANDLER'] };

/** Notes in which order things happen. */
function anOperation(viewer: Viewer) {
  const steps: unknown[] = [];
  const operation: Operation<Scope> = {
    viewer,
    transaction: async (attempt: Attempt, work) => {
      steps.push(['begin', attempt]);
      const scope = { viewer, now: new Date(0), newId: () => 'id', emit: () => undefined };
      const outcome = await work(scope);
      steps.push(outcome.ok ? 'commit' : 'roll back');
      return outcome;
    },
  };
  return { operation, steps };
}

const openCase = command('openCase', 'case:open', async (tx: Scope, request: OpenCase) =>
  request.title === '' ? fail('TITLE_MISSING') : ok({ caseId: tx.newId() }),
);
type OpenCase = Readonly<{ title: string; idempotencyKey?: string | null }>;

describe('command', () => {
  it('asks for the permission before it opens a transaction', async () => {
    const { operation, steps } = anOperation(handler);
    await expect(openCase(operation, { title: 'a' })).rejects.toThrow(ForbiddenError);
    expect(steps).toEqual([]);
  });

  it('works in one transaction that knows the attempt by its verb, key and request', async () => {
    const { operation, steps } = anOperation(clerk);
    const request = { title: 'a', idempotencyKey: 'key-1' };
    expect(await openCase(operation, request)).toEqual(ok({ caseId: 'id' }));
    expect(steps).toEqual([['begin', { verb: 'openCase', idempotencyKey: 'key-1', request }], 'commit']);
  });

  it.each([{ title: 'a' }, { title: 'a', idempotencyKey: null }])('has no key to know %j by', async (request) => {
    const { operation, steps } = anOperation(clerk);
    await openCase(operation, request);
    expect(steps).toEqual([['begin', { verb: 'openCase', idempotencyKey: null, request }], 'commit']);
  });

  it('tells the transaction of a refusal, that it may roll back', async () => {
    const { operation, steps } = anOperation(clerk);
    expect(await openCase(operation, { title: '' })).toEqual(fail('TITLE_MISSING'));
    expect(steps.at(-1)).toBe('roll back');
  });
});

describe('query', () => {
  const asked: string[] = [];
  const findCase = query('case:read', async (_read: { viewer: Viewer }, id: string) => {
    asked.push(id);
    return id;
  });

  it('asks for the permission before it reads', async () => {
    await expect(findCase({ viewer: publicViewer() }, '1')).rejects.toThrow(ForbiddenError);
    expect(asked).toEqual([]);
  });

  it('answers who has it', async () => {
    expect(await findCase({ viewer: clerk }, '2')).toBe('2');
    expect(asked).toEqual(['2']);
  });
});

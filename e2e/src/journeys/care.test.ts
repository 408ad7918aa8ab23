import { describe, expect, it } from '@jest/globals';
import { as, tables } from '../kit/index.ts';

const text = '连续值守窗口三个月，孩子刚上小学，希望能调整两个下午的班。';
const note = '已与科室商量，每周二、四下午由同事替班。';

const own =
  '{ careRequests(first: 1) { edges { node { id text state owner { displayName } actions { state note } } } } }';
type Requests = Readonly<{
  careRequests: Readonly<{
    edges: readonly Readonly<{ node: Readonly<{ id: string; text: string; state: string }> }>[];
  }>;
}>;

let id: string;

describe('a member of staff who needs help', () => {
  it('asks for it in confidence', async () => {
    const { careRequest } = await as('clerk').does<{ careRequest: { id: string; state: string; text: string } }>(
      'fileCareRequest',
      { kind: 'WORKLOAD', text },
      'careRequest { id state text }',
    );
    ({ id } = careRequest);
    expect(careRequest).toEqual({ id, state: 'FILED', text });
  });

  it.each(['chief', 'leader', 'director', 'supervisor', 'bureau'])('is not read by the %s', async (persona) => {
    const { careRequests } = await as(persona).sees<Requests>(own.replace('first: 1', 'first: 100'));
    expect(careRequests.edges.filter(({ node }) => node.id === id)).toEqual([]);
    expect(await as(persona).isRefused('respondCareRequest', { careRequestId: id, step: 'RESOLVE', note })).toEqual([
      'FORBIDDEN',
    ]);
  });

  it('is answered by the care officer, step by step', async () => {
    const officer = as('care-officer');
    const tooEarly = await officer.isRefused('respondCareRequest', { careRequestId: id, step: 'RESOLVE', note });
    for (const step of ['ACKNOWLEDGE', 'START_ACTION', 'RESOLVE']) {
      await officer.does('respondCareRequest', { careRequestId: id, step, note });
    }
    expect(tooEarly).toEqual(['WRONG_STATE']);
  });

  it('has the last word', async () => {
    const officer = await as('care-officer').isRefused('closeCareRequest', { careRequestId: id });
    await as('clerk').does('closeCareRequest', { careRequestId: id });
    const { careRequests } = await as('clerk').sees<Requests>(own);
    expect(officer).toEqual(['NOT_THE_REQUESTER']);
    expect(careRequests.edges[0]?.node).toMatchObject({ id, text, state: 'CLOSED' });
  });

  it('has written nothing that can be read in the tables', async () => {
    expect(await tables.columnsWith(text, note)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  attemptsToReachOthers,
  isRunning,
  as,
  pidsOfStack,
  requestsToSubgraphs,
  stack,
  subgraphNames,
  watchedPidsOfStack,
} from '../kit/index.ts';

/** What is different between the two: nothing but where the subgraphs are. */
const mountings = {
  'all-in-one': { processes: 1, askedOverHttp: [] },
  split: { processes: 5, askedOverHttp: subgraphNames.toSorted() },
} as const;

const overview = `{ area(code: "990100") { organizations(first: 3, kind: PETITION_BUREAU) { edges { node {
  name caseload { open } careSummary { open } innovationProjects(first: 1) { edges { node { code } } } } } } } }`;

describe('the stack', () => {
  it('is as many processes as it says', () => {
    const pids = pidsOfStack();
    expect(new Set(pids).size).toBe(mountings[stack.mounting].processes);
    expect(pids.filter((pid) => !isRunning(pid))).toEqual([]);
  });

  it('asks its subgraphs where they are: over HTTP, or not at all', async () => {
    const before = await requestsToSubgraphs();
    await as('director').sees(overview);
    const after = await requestsToSubgraphs();
    const asked = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
    expect(asked.toSorted()).toEqual(mountings[stack.mounting].askedOverHttp);
  });

  it('keeps all its processes on this machine', () => {
    expect(pidsOfStack().filter((pid) => !watchedPidsOfStack().includes(pid))).toEqual([]);
    expect(attemptsToReachOthers()).toEqual([]);
  });
});

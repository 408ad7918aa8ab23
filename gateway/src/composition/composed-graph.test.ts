import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@onevisit/home';
import { composedGraph } from './composed-graph.ts';
import { printedProblem } from './composition-problem.ts';

const written = (file: string) => readFileSync(join(repositoryRoot(), 'gateway', file), 'utf8');

describe('what is committed of the graph', () => {
  it('is what the services make: if not, npm run compose', async () => {
    const graph = await composedGraph();
    if (!graph.isComposed) throw new Error(graph.problems.map(printedProblem).join('\n\n'));
    expect(graph.supergraphSdl).toBe(written('supergraph.graphql'));
    expect(graph.events).toBe(written('events.json'));
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@onevisit/home';
import { composedGraph } from '../composition/composed-graph.ts';
import { printedProblem } from '../composition/composition-problem.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** `npm run compose`: writes gateway/supergraph.graphql and gateway/events.json from what stands in services/. */
await runCommand(async () => {
  const graph = await composedGraph();
  if (!graph.isComposed) {
    const problems = graph.problems.map(printedProblem).join('\n\n');
    throw new UsageError(`子图无法合成一张图：`, `The subgraphs do not make one graph:\n\n${problems}`);
  }
  const folder = join(repositoryRoot(), 'gateway');
  writeFileSync(join(folder, 'supergraph.graphql'), graph.supergraphSdl);
  writeFileSync(join(folder, 'events.json'), graph.events);
});

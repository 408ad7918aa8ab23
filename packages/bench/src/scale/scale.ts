import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaToken } from '@onevisit/gateway';
import { installationKeys, repositoryRoot } from '@onevisit/home';
import { signedTokens } from '../callers/tokens.ts';
import { startCluster, type Cluster } from '../installation/cluster.ts';
import { equalInstallations } from '../installation/installations.ts';
import { connectionTo } from '../load/connection.ts';
import { requestBytes } from '../load/request.ts';
import { scratchFolder } from '../measure/scratch-folder.ts';
import { undone } from '../undo.ts';
import { startAllInOne } from '../variants/own-stack.ts';
import type { Variant } from '../variants/variant.ts';
import { fill } from './fill.ts';
import { explainEverything, plansOf } from './plans.ts';
import { scaleQuestions, type ScaleQuestion } from './questions.ts';

const wanted = 1_000_000;

/** `npm run bench -- scale`: what the hot questions cost the database at a million cases, and how it answers them. */
export const measureScale = (): Promise<void> =>
  undone(async (undo) => {
    const folder = scratchFolder(undo);
    const { whole } = await equalInstallations(folder, 'S', ['whole']);
    const cluster = await startCluster(whole ?? folder);
    undo.push(cluster.stop);
    await fill(cluster, wanted);
    await explainEverything(cluster);
    const tokens = signedTokens(cluster.home);
    await tokens.renew();
    const graph = await startAllInOne(cluster, tokens);
    undo.push(graph.stop);

    for (const question of scaleQuestions(await someCase(graph, cluster)).filter(isBuilt)) {
      await tellQuestion(graph, cluster, question);
    }
  });

const isBuilt = ({ needs }: ScaleQuestion): boolean =>
  needs === undefined || readFileSync(join(repositoryRoot(), 'gateway', 'supergraph.graphql'), 'utf8').includes(needs);

// The server goes over to plans for any value at the sixth time, on each of ten connections.
const before = 60;

async function tellQuestion(graph: Variant, cluster: Cluster, question: ScaleQuestion): Promise<void> {
  const ask = asking(graph, await requestOf(cluster, question));
  for (let at = 0; at < before; at += 1) await ask();
  const plans = await plansOf(cluster, ask);
  console.log(`\n## ${question.what} (${question.persona}): ${plans.length} statements`);
  for (const { ms, statement, shape } of plans) {
    console.log(`\n${ms.toFixed(2)} ms  ${statement.slice(0, 160)}`);
    for (const step of shape) console.log(`    ${step.slice(0, 200)}`);
  }
}

const asking = (graph: Variant, request: Buffer) => async (): Promise<unknown> => {
  const connection = connectionTo(graph.port);
  const { status, body } = await connection.ask(request);
  connection.close();
  const { data, errors } = JSON.parse(body.toString()) as Readonly<{ data?: unknown; errors?: unknown }>;
  if (status !== 200 || errors) throw new Error(body.toString());
  return data;
};

async function requestOf({ home }: Cluster, { persona, query, variables = {} }: ScaleQuestion): Promise<Buffer> {
  const token = await personaToken(persona, undefined, installationKeys(home).tokenIssuer);
  return requestBytes({ path: '/graphql', headers: { authorization: `Bearer ${token}` }, query, variables });
}

type Found = Readonly<{ cases: Readonly<{ edges: readonly Readonly<{ node: Readonly<{ id: string }> }>[] }> }>;

async function someCase(graph: Variant, cluster: Cluster): Promise<string> {
  const question = { what: '', persona: 'bureau', query: '{ cases(first: 1) { edges { node { id } } } }' } as const;
  const { cases } = (await asking(graph, await requestOf(cluster, question))()) as Found;
  const [first] = cases.edges;
  if (!first) throw new Error('no case is to be seen');
  return first.node.id;
}

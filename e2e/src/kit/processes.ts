import { runOf, type Whereabouts } from './stack.ts';

/** Operations that each subgraph with a process of its own has been asked over HTTP; empty where there is none. */
export async function requestsTo(stack: Whereabouts): Promise<Readonly<Record<string, number>>> {
  const { subgraphs = {} } = runOf(stack);
  const counted = Object.entries(subgraphs).map(async ([name, { port }]) => {
    const answer = await fetch(`http://127.0.0.1:${port}/livez`);
    const { requests } = (await answer.json()) as Readonly<{ requests: number }>;
    return [name, requests] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** The processes of the graph, the gateway's first. */
export function pidsOf(stack: Whereabouts): readonly number[] {
  const { pid, subgraphs = {} } = runOf(stack);
  return [pid, ...Object.values(subgraphs).map((one) => one.pid)];
}

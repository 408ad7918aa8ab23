import type { Results } from './results.ts';
import { longTables, originTable, shortTable } from './table.ts';

/** Everything that was measured, and what has to be known to judge it. */
export const report = (results: Results): string =>
  [
    '# What a request costs',
    `Measured on ${results.date} by \`npm run bench\`: ${machineLine(results)}`,
    '![CPU time per request](results.svg)',
    shortTable(results),
    '## How to read it',
    howToRead,
    '## What comes from where',
    originTable(results),
    '## Operation by operation',
    longTables(results),
    '## Versions',
    versionList(results),
  ].join('\n\n') + '\n';

function machineLine({ machine, city, rounds, connections, requestsPerRound }: Results): string {
  const requests = Object.entries(requestsPerRound).map(([name, count]) => `${name} ${count}`);
  return (
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.kernel}, Node ${machine.node}; ` +
    `the city ${city}; ${rounds} alternated rounds of ${requests.join(', ')} requests over ${connections} connections; ` +
    'medians, ratios paired within each round. Client and PostgreSQL share the machine: processor time is the column to trust.'
  );
}

const howToRead = `- **CPU** is user and system time of all processes of a variant: gateway and subgraphs, PostgreSQL apart. It is read from \`/proc\`: Linux only.
- **The same answers**: each variant's answers were compared with ours before anything was measured.
- **One process against the gateways of others is topology as well as executor.** They speak HTTP to subgraphs in processes of their own, ours calls them. What the gateway alone is worth shows in *OneVisit, split*: the same tuned subgraphs as under the other gateways, over HTTP. Those peers could be embedded, too; that was not measured.
- **The other gateways run over our tuned subgraphs**, not over stock ones: with those they would cost more. They send a fixed token that the subgraphs take in this benchmark alone; ours verifies the caller's signed token, then signs and verifies a token for every subgraph request as well, counts points of each caller and the cost of each operation.
- **Stock Apollo** is Apollo Server's standalone server five times, as its documentation shows it, with TypeORM's repositories, DataLoader and our own schemas.
- **Hand-written SQL** knows no GraphQL: it recognises the four documents, and writes each answer by hand around the fewest batched statements, pipelined over one connection per database. Nothing that answers any question can pass it.
- Rate limits never refuse, and nothing is cached or shared between requests, in any variant: no two requests under way are equal, so that no gateway can answer two with one fetch.
- **Start** is until the first good answer, with PostgreSQL running; of the other gateways it is the gateway alone, as the subgraphs are up already. **Memory** is the resident sets of all processes together.
- **SQL statements** are counted in PostgreSQL's own log, BEGIN and COMMIT included.`;

const versionList = ({ versions }: Results): string =>
  Object.entries(versions)
    .map(([variant, packages]) => {
      const list = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
      return `- ${variant}: ${list.join(', ')}`;
    })
    .join('\n');

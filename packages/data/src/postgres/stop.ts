import { program } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { runningPostmaster } from './postmaster.ts';
import { runProgram } from './program.ts';

/** Ends the server in order; what is under way is broken off and rolled back. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const mode = cluster.fast ? 'immediate' : 'fast';
  const given = ['stop', '-D', cluster.dataDirectory, '-m', mode, '-w', '-t', '60'];
  const { isGood, output } = await runProgram(program(cluster.binaries, 'pg_ctl'), given, {
    account: cluster.account,
    folder: cluster.base,
  });
  if (!isGood && (await runningPostmaster(cluster))) throw new Error(`pg_ctl stop: ${output}`);
}

import { saveState, stateOf, type Cluster } from './cluster.ts';
import { isRunning } from './process.ts';

/** How often this process asked for each cluster. */
const asked = new Map<string, number>();

/** Notes that this process uses the cluster. Answers whether nobody else alive does. */
export function joinUsers(cluster: Cluster): boolean {
  asked.set(cluster.dataDirectory, (asked.get(cluster.dataDirectory) ?? 0) + 1);
  const others = othersAlive(cluster);
  noteUsers(cluster, [...others, process.pid]);
  return others.length === 0;
}

/** Takes this process off the list once it has left as often as it asked. Answers whether nobody alive is left. */
export function leaveUsers(cluster: Cluster): boolean {
  const remaining = Math.max(0, (asked.get(cluster.dataDirectory) ?? 1) - 1);
  asked.set(cluster.dataDirectory, remaining);
  const users = [...othersAlive(cluster), ...(remaining > 0 ? [process.pid] : [])];
  noteUsers(cluster, users);
  return users.length === 0;
}

export const hasUsers = (cluster: Cluster): boolean => (stateOf(cluster)?.users ?? []).some(isRunning);

const othersAlive = (cluster: Cluster): readonly number[] =>
  (stateOf(cluster)?.users ?? []).filter((pid) => pid !== process.pid && isRunning(pid));

function noteUsers(cluster: Cluster, users: readonly number[]): void {
  const state = stateOf(cluster);
  if (state && state.users.join() !== users.join()) saveState(cluster, { ...state, users });
}

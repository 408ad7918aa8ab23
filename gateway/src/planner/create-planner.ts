import { apolloPlanner } from './apollo-planner.ts';
import { loadHivePlanner } from './hive-planner.ts';
import { isPlannerName, plannerNames, type CreatePlanner, type PlannerName } from './planner.ts';

/** The planner of this name; throws where this machine cannot run it. */
export async function plannerNamed(name: PlannerName): Promise<CreatePlanner> {
  return name === 'apollo' ? apolloPlanner : loadHivePlanner();
}

/** The name that the setting `PLANNER` gives; Apollo's planner where it gives none. */
export function plannerOf(setting: string | undefined): PlannerName {
  const name = setting || 'apollo';
  if (isPlannerName(name)) return name;
  throw new Error(`PLANNER is ${plannerNames.join(' or ')}, not ${name}`);
}

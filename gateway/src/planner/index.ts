export { plannerNamed, plannerOf } from './create-planner.ts';
export type { CreatePlanner, PlannerName } from './planner.ts';

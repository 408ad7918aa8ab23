export { plannerNamed, plannerOf } from './create-planner.ts';
export { plannerNames, type CreatePlanner, type PlannerName } from './planner.ts';

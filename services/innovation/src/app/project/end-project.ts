import { command } from '@onevisit/kernel';
import { replicating, showcased, standardized, stopped, sustained } from '../../domain/project-end.ts';
import { changeStage, type StageRequest } from './change-stage.ts';
import type { ServiceTx } from '../operation.ts';

/** 成规: the director makes it the rule. */
export const standardizeProject = command(
  'standardizeProject',
  'project:standardize',
  async (tx: ServiceTx, request: StageRequest) => {
    const found = await tx.evaluations.of(request.projectId);
    return changeStage((project) => standardized(project, found))(tx, request);
  },
);

/** 推广: other units take it up. */
export const replicateProject = command('replicateProject', 'project:replicate', changeStage(replicating));

/** 现场会: it is shown to others. */
export const showcaseProject = command(
  'showcaseProject',
  'project:showcase',
  async (tx: ServiceTx, request: StageRequest) => {
    const found = await tx.evaluations.of(request.projectId);
    return changeStage((project) => showcased(project, found))(tx, request);
  },
);

/** 常态化. */
export const sustainProject = command('sustainProject', 'project:sustain', changeStage(sustained));

/** 终止: why is published with the project. */
export const stopProject = command('stopProject', 'project:stop', (tx: ServiceTx, request: StageRequest) =>
  changeStage((project) => stopped(project, request.reason ?? null))(tx, request),
);

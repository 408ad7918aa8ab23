import { command } from '@onevisit/kernel';
import { approved } from '../../domain/innovation-project.ts';
import { changeStage } from './change-stage.ts';

/** 批准立项: the director's word. */
export const approveProject = command('approveProject', 'project:approve', changeStage(approved));

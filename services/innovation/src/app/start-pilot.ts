import { command } from '@onevisit/kernel';
import { inPilot } from '../domain/innovation-project.ts';
import { changeStage } from './change-stage.ts';

/** 启动试点: the trial begins in the pilot units. */
export const startPilot = command('startPilot', 'project:start-pilot', changeStage(inPilot));

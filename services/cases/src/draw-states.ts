import { writeFileSync } from 'node:fs';
import { statesPage } from './app/case/draw-states.ts';

writeFileSync(new URL('../../../docs/cases-state-machine.md', import.meta.url), statesPage());

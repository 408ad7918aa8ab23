import { startShared } from './shared-stack.ts';

const setup = (): Promise<void> => startShared('split');
export default setup;

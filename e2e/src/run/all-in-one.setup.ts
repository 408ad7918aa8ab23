import { startShared } from './shared-stack.ts';

const setup = (): Promise<void> => startShared('all-in-one');
export default setup;

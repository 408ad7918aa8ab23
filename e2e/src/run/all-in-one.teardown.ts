import { stopShared } from './shared-stack.ts';

const teardown = (): Promise<void> => stopShared('all-in-one');
export default teardown;

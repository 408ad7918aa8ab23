import { stopShared } from './shared-stack.ts';

const teardown = (): Promise<void> => stopShared('split');
export default teardown;

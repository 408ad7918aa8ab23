export { aViewer } from './viewer.ts';
export { createTestDatabase, emptyTables, type TestDatabase } from '@onevisit/data/testing';
export { execute, type Variables } from './execute.ts';
export { mountForTest, type MountedForTest } from './mount.ts';
export { testClock, type TestClock } from './clock.ts';
export { testKeys } from './keys.ts';

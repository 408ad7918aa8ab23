export { ClockError, openClock, type MovableClock } from './clock.ts';
export { FileLockError, withFileLock, withFileLockSync } from './file-lock.ts';
export { forgetRun, readRun, writeRun, type Run } from './run.ts';
export { homeFolder } from './folder.ts';
export { installationKeys, keysFrom, type InstallationKeys, type SubgraphKeys } from './keys.ts';
export { readJson, writePrivateFile } from './private-file.ts';
export { repositoryRoot } from './repository-root.ts';
export type { Key, KeyRing, KeySource } from './key-file.ts';
export type { PrivateJwk, PublicJwk, SigningKeys } from './signing-key.ts';

import { isNodeNewEnough } from './node-version.ts';

// Before anything is loaded that an old Node could not read.
if (isNodeNewEnough()) {
  const { start } = await import('./start-stack.ts');
  await start(process.argv.slice(2), process.env);
}

import { isNodeNewEnough } from './node-version.ts';

// Nothing else is loaded before: an old Node could not read it.
if (isNodeNewEnough()) {
  const { keepCompiledCode } = await import('./compiled-code.ts');
  keepCompiledCode();
  const { start } = await import('./start-stack.ts');
  await start(process.argv.slice(2), process.env);
}

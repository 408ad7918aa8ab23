import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { homeFolder } from '@onevisit/home';

/**
 * Keeps what Node has made of the sources, so that later starts need not do it again; processes that we start use it
 * too. It is in the installation's own folder: whoever could write there could run code as us.
 */
export function keepCompiledCode(): void {
  const folder = join(homeFolder(), 'compiled');
  process.env['NODE_COMPILE_CACHE'] ??= folder;
  enableCompileCache(process.env['NODE_COMPILE_CACHE']);
}

import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { homeFolder, installationKeys } from '@onevisit/home';
import { createPeer } from '@onevisit/mounting';
import { createAuthenticate, type Authenticate } from '../authentication/authenticate.ts';
import { BadTokenError } from '../authentication/identity.ts';
import { developers, oidc, type Issuer } from '../authentication/issuer.ts';
import { plannerNamed } from '../planner/index.ts';
import { createGateway } from '../gateway.ts';
import { httpSource } from '../sources/http-source.ts';
import type { SubgraphSource } from '../sources/subgraph-source.ts';
import { listenAt } from './listen.ts';
import type { Settings } from './settings.ts';
import type { Stack } from './stack.ts';

export type ElsewhereSettings = Settings & Readonly<{ file: string }>;

const lookEveryMs = 500;

/**
 * Serves any supergraph over plain subgraphs at the addresses that it names; nothing is signed for them. Serves it anew
 * when its file changes, and goes on with the old one when the new one is bad.
 */
export async function startGraphElsewhere(settings: ElsewhereSettings): Promise<Stack> {
  const { file, isDevelopment, isOpen, isUnlimited } = settings;
  const sources = new Map<string, SubgraphSource>();
  const gateway = await createGateway({
    createPlanner: await plannerNamed(settings.planner),
    supergraphSdl: readFileSync(file, 'utf8'),
    sourceOf: (name, url) => {
      const source = httpSource({ name, peer: createPeer({ name, url, keys: null }), path: '' });
      void sources.get(name)?.close();
      sources.set(name, source);
      return source;
    },
    authenticate: whoever(isOpen, [
      ...(isDevelopment ? [developers(installationKeys(homeFolder()).tokenIssuer)] : []),
      ...(settings.oidc ? [oidc(settings.oidc)] : []),
    ]),
    isReady: async () => true,
    isDevelopment: isDevelopment && !isOpen,
    ...(isOpen && { mayIntrospect: () => true }),
    ...(isUnlimited && { limits: null }),
  });
  const port = await listenAt(gateway, settings.port, settings.host);
  const changed = (): void => reload(file, gateway.update);
  watchFile(file, { interval: lookEveryMs }, changed);
  const stop = async (): Promise<void> => {
    unwatchFile(file, changed);
    await gateway.stop();
    await Promise.all([...sources.values()].map((source) => source.close()));
  };
  return { url: `http://localhost:${port}`, gateway, stop };
}

/** We know nothing of who may see what in such a graph: without --open only who has logged in may ask at all. */
function whoever(isOpen: boolean, issuers: readonly Issuer[]): Authenticate {
  if (isOpen) return async () => null;
  const authenticate = createAuthenticate(issuers);
  return async (header) => {
    const identity = await authenticate(header);
    if (!identity) throw new BadTokenError('no token');
    return identity;
  };
}

function reload(file: string, update: (supergraphSdl: string) => void): void {
  try {
    update(readFileSync(file, 'utf8'));
    console.log(`已换用新图：${file} serves anew`);
  } catch (error) {
    console.error(`新图有误，继续使用旧图：${file} is no good, the old graph goes on`, error);
  }
}

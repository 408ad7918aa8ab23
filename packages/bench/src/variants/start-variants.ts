import { signedTokens, writeFixedTokens, type SignedTokens } from '../callers/tokens.ts';
import { startCluster, type Cluster } from '../installation/cluster.ts';
import { equalInstallations } from '../installation/installations.ts';
import { installPeer } from '../peers/install.ts';
import type { Settings } from '../settings.ts';
import type { Undo } from '../undo.ts';
import { startHandWrittenSql } from './hand-written-sql.ts';
import { startAllInOne, startSplit } from './own-stack.ts';
import { isPeer, peerFolderOf, runsHere, startPeer, type PeerName } from './peers.ts';
import { startStockApollo } from './stock-apollo.ts';
import { variantNames, type Variant } from './variant.ts';

export type Running = Readonly<{ variants: readonly Variant[]; tokens: SignedTokens }>;

/** All of them; one after the other, so that the time each takes to start is its own. */
export async function startVariants(folder: string, { city, only }: Settings, undo: Undo): Promise<Running> {
  const wanted = variantNames.filter((name) => runsHere(name) && (only?.includes(name) ?? true));
  for (const peer of new Set(wanted.map(peerFolderOf))) if (peer !== null) installPeer(peer);

  console.log(`装入城市 ${city} loading the city`);
  const homes = await equalInstallations(folder, city, ['whole', 'split', 'plain']);
  const cluster = async (home: string | undefined): Promise<Cluster> => {
    const started = await startCluster(home ?? folder);
    undo.push(started.stop);
    return started;
  };
  const [whole, apart, plain] = [
    await cluster(homes['whole']),
    await cluster(homes['split']),
    await cluster(homes['plain']),
  ];
  const viewers = writeFixedTokens(folder);
  const tokens = signedTokens(whole.home);
  await tokens.renew();

  const variants: Variant[] = [];
  const add = async <Started extends Variant>(starting: Promise<Started>): Promise<Started> => {
    const variant = await starting;
    undo.push(variant.stop);
    console.log(`已启动 started ${variant.name} ${Math.round(variant.startMs)} ms`);
    variants.push(variant);
    return variant;
  };
  await add(startAllInOne(whole, tokens));
  if (wanted.includes('hand-written-sql')) await add(startHandWrittenSql(plain, viewers));
  if (wanted.includes('stock-apollo')) await add(startStockApollo(plain, viewers));
  const peers = wanted.filter((name): name is PeerName => isPeer(name));
  if (wanted.includes('split') || peers.length > 0) {
    const split = await add(startSplit(apart, tokens, viewers));
    for (const name of peers) await add(startPeer(name, split));
  }
  const inOrder = variants.toSorted((a, b) => variantNames.indexOf(a.name) - variantNames.indexOf(b.name));
  return { variants: inOrder, tokens };
}

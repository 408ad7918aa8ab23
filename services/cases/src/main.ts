import { serveAlone } from '@onevisit/mounting';
import { definition } from './subgraph.ts';

await serveAlone(definition);

import type { CityRequest } from '@onevisit/mounting';

const everyMs = 1_000;

/** Tells how far the first load is: a line for each subgraph as it begins and ends, and now and then between. */
export function printProgress(print: (line: string) => void = console.log): CityRequest['progress'] {
  let last = '';
  let at = 0;
  return (subgraph, done, of) => {
    const isNews = subgraph !== last || done >= of || Date.now() - at >= everyMs;
    if (!isNews) return;
    last = subgraph;
    at = Date.now();
    print(`装入 loading ${subgraph} ${done}/${of}`);
  };
}

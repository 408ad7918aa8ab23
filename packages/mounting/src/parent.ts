import type { FromSubgraph, ToSubgraph } from './process-messages.ts';

type MessageOf<Kind extends ToSubgraph['kind']> = Extract<ToSubgraph, { kind: Kind }>;

/** The next message of this kind from the process that has started us. */
export const toldByParent = <const Kind extends ToSubgraph['kind']>(kind: Kind): Promise<MessageOf<Kind>> =>
  new Promise((resolve) => {
    const take = (received: ToSubgraph): void => {
      if (received.kind !== kind) return;
      process.off('message', take);
      resolve(received as MessageOf<Kind>);
    };
    process.on('message', take);
  });

export const tellParent = (content: FromSubgraph): void => void process.send?.(content);

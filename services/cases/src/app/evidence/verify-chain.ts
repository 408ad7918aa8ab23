import { isId, query } from '@onevisit/kernel';
import { chainBreak, type ChainBreak } from './chain-break.ts';
import type { ServiceRead } from '../operation.ts';

/** What was found of one chain. */
export type ChainVerdict = Readonly<{
  caseId: string;
  eventCount: number;
  firstBreak: ChainBreak | null;
  /** The last event that an anchor vouches for. */
  anchoredSeq: number | null;
}>;

/** 核验事项事件链: of a case that is in no sealed lane; whether a sealed one exists is not told here either. */
export const verifyCaseChain = query(
  'chain:verify',
  async ({ read }: ServiceRead, caseId: string): Promise<ChainVerdict | null> => {
    const chain = isId(caseId) ? await read.audit.chainOf(caseId) : null;
    if (!chain || chain.isSealed) return null;
    return {
      caseId: chain.caseId,
      eventCount: chain.events.length,
      firstBreak: chainBreak(chain),
      anchoredSeq: chain.anchored.at(-1)?.seq ?? null,
    };
  },
);

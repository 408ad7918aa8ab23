import type { CaseFact } from './case-file.ts';

/** 事项事件: a fact of a case, numbered and chained to the one before it. Written once, never changed. */
export type CaseEvent = Omit<CaseFact, 'reason'> &
  Readonly<{
    id: string;
    caseId: string;
    seq: number;
    reasonSealed: string | null;
    reasonHash: string | null;
    payloadHash: string;
    prevHash: string | null;
    hash: string;
  }>;

import { defineTable } from '@onevisit/data';

/** 主要内容, sealed. */
export type CaseText = Readonly<{ caseId: string; narrativeSealed: string }>;

export const caseTextTable = defineTable<CaseText>('case_texts', { caseId: 'uuid', narrativeSealed: 'text' }, [
  'caseId',
]);

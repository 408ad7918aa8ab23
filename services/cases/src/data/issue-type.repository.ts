import type { EntityManager } from 'typeorm';

/** 内容分类 as the verbs ask for it. */
export const issueTypeRepository = (manager: EntityManager) => ({
  /** A type of the second level: the first is too wide to say who is competent. */
  isKnown: async (code: string): Promise<boolean> => {
    const found = await manager.query<unknown[]>(
      'select 1 from issue_types where code = $1 and parent_code is not null',
      [code],
    );
    return found.length > 0;
  },
});

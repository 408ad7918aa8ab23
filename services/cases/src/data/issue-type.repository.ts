import type { EntityManager } from 'typeorm';
import type { IssueType } from '../domain/issue-type.ts';

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

  /** Those that are there already stay as they are. */
  insertAll: async (types: readonly IssueType[]): Promise<void> => {
    await manager.query(
      `insert into issue_types (code, parent_code, name, english_name, lead_function, legal_routes)
       select t.code, t."parentCode", t.name, t."englishName", t."leadFunction", t."legalRoutes"
       from jsonb_to_recordset($1) as t (code text, "parentCode" text, name text, "englishName" text,
         "leadFunction" text, "legalRoutes" text[])
       on conflict do nothing`,
      [JSON.stringify(types)],
    );
  },
});

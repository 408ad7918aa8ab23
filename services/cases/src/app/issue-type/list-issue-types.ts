import { nestedQuery, query } from '@onevisit/kernel';
import type { IssueType } from '../../domain/issue-type.ts';
import type { ServiceRead } from '../operation.ts';

/** 内容分类 below one, or all of them. */
export const listIssueTypes = query(
  'issue-type:read',
  async ({ load }: ServiceRead, parentCode: string | null): Promise<readonly IssueType[]> => {
    const all = await load.issueTypes.all();
    return parentCode === null ? all : all.filter((each) => each.parentCode === parentCode);
  },
);

export const findIssueType = nestedQuery(
  'issue-type:read',
  async ({ load }: ServiceRead, code: string): Promise<IssueType | null> =>
    (await load.issueTypes.all()).find((each) => each.code === code) ?? null,
);

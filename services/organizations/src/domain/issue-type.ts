/** 内容分类 as other rows name one; the cases subgraph knows the rest. */
export type IssueTypeReference = Readonly<{ code: string }>;

/** The branch (一级分类) of a code: `A` of `A1`, and of `A` itself. */
export const branchOf = (issueTypeCode: string): string => issueTypeCode.slice(0, 1);

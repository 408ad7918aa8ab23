/** 经验做法: a way of working that proved itself somewhere. */
export type Practice = Readonly<{
  id: string;
  /** `PR-WEEKLY`. */
  code: string;
  title: string;
  /** 首创单位. */
  organizationId: string;
  problem: string;
  steps: readonly string[];
  /** Codes of matters (`A2`) or of whole branches (`A`). */
  appliesTo: readonly string[];
  prerequisites: readonly string[];
}>;

/** 大类 of a matter: the letter that its code begins with. */
export const branchOf = (issueTypeCode: string): string => issueTypeCode.slice(0, 1);

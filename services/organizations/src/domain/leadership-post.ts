/** 领导岗位. */
export type LeadershipPost = Readonly<{
  id: string;
  version: number;
  organizationId: string;
  title: string;
  /** 任职人: a member of staff; null while the post is vacant. */
  holderId: string | null;
  isHead: boolean;
  /** 分管工作. */
  portfolio: string;
}>;

import { organizationOf } from './organizations.ts';
import type { Organization } from './organization.ts';
import { staff } from './staff-list.ts';
import type { Staff } from './staff.ts';

/** 领导岗位: a post of the leading body of an organization, whoever holds it. */
export type LeadershipPost = Readonly<{
  /** `990102-LETT/P1`. */
  code: string;
  organizationCode: string;
  title: string;
  holderCode: string | null;
  isHead: boolean;
  /** 分管工作. */
  portfolio: string;
}>;

const deputyPortfolios: readonly string[] = ['督查督办、积案化解', '镇街基础、窗口建设', '办信接访、网上信访'];

const isOfLeadingBody = ({ number, post }: Staff): boolean => number === 1 || post === '副局长' || post === '副主任';

/** Heads and deputies of all organizations that have staff; 分管负责人 is the department's head as far as petitions go. */
export const leadershipPosts: readonly LeadershipPost[] = staff.filter(isOfLeadingBody).map((holder) => ({
  code: `${holder.organizationCode}/P${holder.number}`,
  organizationCode: holder.organizationCode,
  title: holder.post,
  holderCode: holder.code,
  isHead: holder.number === 1,
  portfolio: portfolioOf(holder, organizationOf(holder.organizationCode)),
}));

function portfolioOf({ number }: Staff, { kind, shortName }: Organization): string {
  if (number > 1) return deputyPortfolios[number - 2] ?? '综合事务';
  if (kind === 'DEPARTMENT' || kind === 'DISCIPLINE' || kind === 'POLITICAL_LEGAL' || kind === 'PARTY_ORGAN')
    return `分管${shortName}承办的信访事项`;
  return `主持${shortName}全面工作`;
}

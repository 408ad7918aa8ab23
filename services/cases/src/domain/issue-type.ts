export type LegalRoute =
  | 'LITIGATION'
  | 'PROSECUTORIAL_SUPERVISION'
  | 'POLICE_PROCEDURE'
  | 'LABOR_ARBITRATION'
  | 'OTHER_ARBITRATION'
  | 'PARTY_APPEAL'
  | 'PARTY_REHEARING'
  | 'ADMIN_RECONSIDERATION'
  | 'ADMIN_ADJUDICATION'
  | 'ADMIN_CONFIRMATION'
  | 'ADMIN_LICENSING'
  | 'ADMIN_PENALTY'
  | 'STATUTORY_DUTY'
  | 'INFO_DISCLOSURE'
  | 'PETITION_PROCEDURE';

/** 内容分类. */
export type IssueType = Readonly<{
  code: string;
  parentCode: string | null;
  name: string;
  englishName: string;
  leadFunction: string | null;
  legalRoutes: readonly LegalRoute[];
}>;

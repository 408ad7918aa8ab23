/** 法定途径 (《信访工作条例》第三十一条). */
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
  /** `A` or `A1`. */
  code: string;
  name: string;
  englishName: string;
  /** Null at the first level. */
  parentCode: string | null;
  /** Code of the function that usually answers. */
  leadFunction: string;
  /** Functions that may answer too, where it is their part of the matter. */
  otherFunctions: readonly string[];
  /** 常用法定途径, the most usual first; none where the petition procedure is the way. */
  legalRoutes: readonly LegalRoute[];
  /** Share of all cases; known at the first level. */
  share: number | null;
}>;

/** 创新项目, as it was proposed; when it reached which stage is generated for the day of the city. */
export type InnovationProject = Readonly<{
  code: string;
  title: string;
  kind: 'FLAGSHIP' | 'BRAND' | 'HIGHLIGHT' | 'GRASSROOTS';
  /** 针对问题: code of a matter or of a branch. */
  problemCode: string;
  hypothesis: string;
  organizationCode: string;
  leadCode: string;
  campaignCode: string | null;
  /** The main metric first. */
  metrics: readonly Readonly<{ indicatorCode: string; target: number; guardrails: readonly string[] }>[];
  pilotCodes: readonly string[];
  comparisonCodes: readonly string[];
  /** The farthest that it has come. */
  stage: 'PROPOSED' | 'APPROVED' | 'PILOT';
}>;

import { localDate } from '@onevisit/calendar';

/** 诉求类别. */
export type CaseCategory = 'APPEAL' | 'SUGGESTION' | 'ACCUSATION';

/** 办理程序. */
export type CaseProcedure = 'ORDINARY' | 'SEALED_HANDOVER';

/** 来源. */
export type CaseOrigin =
  | 'SELF_RECEIVED'
  | 'TRANSFERRED_DOWN'
  | 'ASSIGNED_DOWN'
  | 'LEADER_MAILBOX'
  | 'HOTLINE_12345'
  | 'JOINT_RECEPTION'
  | 'OUTREACH'
  | 'INSPECTION'
  | 'PROACTIVE'
  | 'LEGACY_IMPORT';

/** 办理状态. */
export type CaseStatus =
  | 'REGISTERED'
  | 'REFERRED'
  | 'OBJECTED'
  | 'NOT_ADMITTED'
  | 'ADMITTED'
  | 'IN_HANDLING'
  | 'REPLIED'
  | 'DELIVERED'
  | 'EXECUTING'
  | 'HANDED_OVER'
  | 'CONCLUDED';

/** 办理阶段. */
export type CaseStage = 'REGISTRATION' | 'ADMISSION' | 'HANDLING' | 'REPLY' | 'EXECUTION' | 'CLOSED';

/** 终结方式. */
export type ConclusionKind =
  'PETITIONER_CONFIRMED' | 'REVIEW_WINDOW_LAPSED' | 'NON_ADMISSION_STOOD' | 'ACCUSATION_HANDED_OVER';

export type CaseConfidentiality = 'NORMAL' | 'SENSITIVE' | 'SEALED';
export type CaseUrgency = 'NORMAL' | 'URGENT' | 'MAJOR_URGENT';
export type CaseReturn = 'DELIVERED';

/** 信访事项: what is known of a matter without opening anything that is sealed. */
export type Case = Readonly<{
  id: string;
  caseNo: string;
  version: number;
  category: CaseCategory;
  procedure: CaseProcedure;
  origin: CaseOrigin;
  title: string;
  summary: string | null;
  issueTypeCode: string;
  areaCode: string;
  receivingOrganizationId: string;
  firstResponsibleOrganizationId: string | null;
  responsibleOrganizationId: string | null;
  /** 管辖裁定机关: who has to rule on the competence, while that is disputed. */
  rulingOrganizationId: string | null;
  handlerId: string | null;
  registeredBy: string | null;
  partySize: number;
  isCollective: boolean;
  confidentiality: CaseConfidentiality;
  urgency: CaseUrgency;
  status: CaseStatus;
  returnTo: CaseReturn | null;
  conclusionKind: ConclusionKind | null;
  registeredAt: Date;
  referredAt: Date | null;
  admittedAt: Date | null;
  repliedAt: Date | null;
  deliveredAt: Date | null;
  concludedAt: Date | null;
  /** The last time that anybody of staff spoke with the petitioner or opened the identity. */
  staffContactAt: Date | null;
  /** The end of the running term of an organization that ends first. */
  nextDueAt: Date | null;
  /** Whether a term of an organization has run out unmet. */
  isOverdue: boolean;
  campaignId: string | null;
  taskForceId: string | null;
  /** Number and hash of the last event: the head of the chain. */
  lastSeq: number;
  lastHash: string | null;
}>;

const stages: Readonly<Record<CaseStatus, CaseStage>> = {
  REGISTERED: 'REGISTRATION',
  REFERRED: 'ADMISSION',
  OBJECTED: 'ADMISSION',
  NOT_ADMITTED: 'ADMISSION',
  ADMITTED: 'HANDLING',
  IN_HANDLING: 'HANDLING',
  REPLIED: 'REPLY',
  DELIVERED: 'REPLY',
  EXECUTING: 'EXECUTION',
  HANDED_OVER: 'REGISTRATION',
  CONCLUDED: 'CLOSED',
};

export const stageOf = (status: CaseStatus): CaseStage => stages[status];

export const statusesIn = (stage: CaseStage): readonly CaseStatus[] =>
  (Object.keys(stages) as CaseStatus[]).filter((status) => stages[status] === stage);

/** 密封: an accusation, or a petition about the office that received it; it is in no list, count or statistic. */
export const isSealed = (subject: Pick<Case, 'confidentiality'>): boolean => subject.confidentiality === 'SEALED';

/** 全程天数: from the first registration on, whatever happened since. */
export const overallElapsedDays = (subject: Pick<Case, 'registeredAt' | 'concludedAt'>, now: Date): number =>
  localDate(subject.registeredAt).until(localDate(subject.concludedAt ?? now)).days;

/** 集体访 begins with five people who come in person. */
export const collectiveThreshold = 5;

import type { PetitionStep } from './step.ts';

export type PetitionCategory = 'APPEAL' | 'SUGGESTION' | 'ACCUSATION';
export type PetitionChannel =
  'ONLINE' | 'APP' | 'LETTER' | 'VISIT' | 'PHONE' | 'LEADER_RECEPTION' | 'OUTREACH' | 'FROM_ABOVE';
export type PetitionOrigin =
  'SELF_RECEIVED' | 'TRANSFERRED_DOWN' | 'HOTLINE_12345' | 'JOINT_RECEPTION' | 'OUTREACH' | 'LEGACY_IMPORT';

/** 诉求. */
export type PetitionClaim = Readonly<{ text: string; amountFen: string | null }>;

/** 当事人 as they stand in the sealed identity: at most five, the rest is `partySize`. Nobody of them exists. */
export type PetitionParty = Readonly<{
  role: 'PETITIONER' | 'REPRESENTATIVE';
  kind: 'NATURAL_PERSON' | 'LEGAL_PERSON' | 'ANONYMOUS';
  name: string | null;
  phone: string | null;
  /** Its check digit is wrong. */
  idNumber: string | null;
  address: string | null;
  contactPreference: 'SMS' | 'PHONE' | 'LETTER' | 'APP' | 'NONE';
}>;

/** 信访件: one time that somebody came, wrote or called. */
export type PetitionContact = Readonly<{
  /** 1 is the first. */
  ordinal: number;
  purpose: 'NEW_MATTER' | 'REPEAT';
  channel: PetitionChannel;
  receivedAt: Date;
  receivingOrganizationCode: string;
  /** 接收层级, where it came down from above: PROVINCE, NATION. */
  receivingLevel: 'TOWNSHIP' | 'COUNTY' | 'CITY' | 'PROVINCE' | 'NATION';
  windowCode: string | null;
  isInPerson: boolean;
  partySize: number;
  handledBy: string;
}>;

/**
 * 信访事项, from its receipt to the last day of the city: plain facts with times, independent of any table. Terms are
 * not in it; they follow from the facts (`@onevisit/calendar`).
 */
export type PetitionHistory = Readonly<{
  /** `P000001`: its place in the city, oldest first; the same seed, size and day of the city give the same petition. */
  code: string;
  category: PetitionCategory;
  origin: PetitionOrigin;
  issueTypeCode: string;
  /** 事项发生地: a township. */
  areaCode: string;
  /** De-identified. */
  title: string;
  /** De-identified. */
  summary: string;
  narrative: string;
  claims: readonly PetitionClaim[];
  parties: readonly PetitionParty[];
  partySize: number;
  isCollective: boolean;
  /** 被反映单位; of accusations only. */
  respondentCodes: readonly string[];
  urgency: 'NORMAL' | 'URGENT';
  campaignCode: 'CP-BACKLOG' | 'CP-HEALTH' | null;
  taskForceCode: 'TF-BACKLOG' | null;
  /** YYYY-MM-DD. Earlier than the first contact where the matter was taken over from paper files. */
  firstRegisteredOn: string;
  registeredAt: Date;
  /** At least the first; in order of time. */
  contacts: readonly [PetitionContact, ...PetitionContact[]];
  /** In order of time; what is missing at the end has not happened yet. */
  steps: readonly PetitionStep[];
}>;

import { identifyingPattern } from '@onevisit/masking';
import type { CaseCategory, CaseOrigin, CaseUrgency } from './case.ts';
import type { ContactChannel, ContactPreference, PartyKind, PartyRole } from './case-file.ts';

/** Who brings a petition, as typed; none of it is kept in the clear. */
export type PartyRequest = Readonly<{
  role: PartyRole;
  kind: PartyKind;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  idNumber?: string | null | undefined;
  contactPreference: ContactPreference;
}>;

/** A petition as a clerk enters it. */
export type PetitionRequest = Readonly<{
  channel: ContactChannel;
  receivedAt?: Date | null | undefined;
  windowId?: string | null | undefined;
  category: CaseCategory;
  origin: CaseOrigin;
  issueTypeCode: string;
  areaCode: string;
  title: string;
  summary?: string | null | undefined;
  narrative: string;
  claims: readonly Readonly<{ text: string; amountFen?: string | null | undefined }>[];
  parties: readonly PartyRequest[];
  partySize: number;
  respondentOrganizationIds?: readonly string[] | null | undefined;
  urgency: CaseUrgency;
}>;

export type PetitionRefusal =
  | 'AMOUNT_NOT_VALID'
  | 'CLAIM_REQUIRED'
  | 'CLAIM_TEXT_NOT_VALID'
  | 'NARRATIVE_NOT_VALID'
  | 'PARTY_NOT_VALID'
  | 'PARTY_REQUIRED'
  | 'PARTY_SIZE_NOT_VALID'
  | 'RECEIVED_IN_FUTURE'
  | 'SUMMARY_IDENTIFIES_SOMEBODY'
  | 'SUMMARY_NOT_VALID'
  | 'TITLE_IDENTIFIES_SOMEBODY'
  | 'TITLE_NOT_VALID'
  | 'TOO_MANY_CLAIMS'
  | 'TOO_MANY_REPRESENTATIVES';

/** 代表 at most five (《信访工作条例》第二十条); everybody else is a number. */
export const mostRepresentatives = 5;
const mostClaims = 10;
const longestTitle = 100;
const longestSummary = 500;
const longestClaim = 2_000;
const longestNarrative = 20_000;
const largestParty = 10_000;

/** What is wrong with a petition as it was entered, whatever is known of places and organizations. */
export const petitionRefusal = (request: PetitionRequest, now: Date): PetitionRefusal | null =>
  textRefusal(request) ?? claimsRefusal(request) ?? partiesRefusal(request) ?? timeRefusal(request, now);

function textRefusal({ title, summary, narrative }: PetitionRequest): PetitionRefusal | null {
  if (!isFilled(title, longestTitle)) return 'TITLE_NOT_VALID';
  if (identifyingPattern(title)) return 'TITLE_IDENTIFIES_SOMEBODY';
  if (typeof summary === 'string') {
    if (!isFilled(summary, longestSummary)) return 'SUMMARY_NOT_VALID';
    if (identifyingPattern(summary)) return 'SUMMARY_IDENTIFIES_SOMEBODY';
  }
  return isFilled(narrative, longestNarrative) ? null : 'NARRATIVE_NOT_VALID';
}

function claimsRefusal({ claims }: PetitionRequest): PetitionRefusal | null {
  if (claims.length === 0) return 'CLAIM_REQUIRED';
  if (claims.length > mostClaims) return 'TOO_MANY_CLAIMS';
  if (claims.some(({ text }) => !isFilled(text, longestClaim))) return 'CLAIM_TEXT_NOT_VALID';
  return claims.every(({ amountFen }) => isAmount(amountFen)) ? null : 'AMOUNT_NOT_VALID';
}

function partiesRefusal({ category, parties, partySize }: PetitionRequest): PetitionRefusal | null {
  if (parties.length === 0 && category === 'APPEAL') return 'PARTY_REQUIRED';
  if (parties.length > mostRepresentatives) return 'TOO_MANY_REPRESENTATIVES';
  if (!Number.isInteger(partySize) || partySize < Math.max(1, parties.length) || partySize > largestParty)
    return 'PARTY_SIZE_NOT_VALID';
  return parties.every((party) => isNamed(party, category)) ? null : 'PARTY_NOT_VALID';
}

/** Who appeals has a name; only a suggestion or an accusation may come from nobody. */
const isNamed = ({ kind, name, phone, address, idNumber }: PartyRequest, category: CaseCategory): boolean => {
  const texts = [name, phone, address, idNumber];
  if (texts.some((text) => typeof text === 'string' && codePoints(text) > 200)) return false;
  return kind === 'ANONYMOUS' ? category !== 'APPEAL' : typeof name === 'string' && name.trim() !== '';
};

const timeRefusal = ({ receivedAt }: PetitionRequest, now: Date): PetitionRefusal | null =>
  receivedAt && receivedAt > now ? 'RECEIVED_IN_FUTURE' : null;

/** Something is written, and no more than that many characters, as a person counts them. */
export function isFilled(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest * 2 && codePoints(text) <= longest;
}

/** Characters as a person counts them: code points, not halves of surrogate pairs. */
export const codePoints = (text: string): number => Array.from(text).length;

/** A text that may be left out; one that says nothing was left out. */
export const filled = (text: string | null | undefined): string | null =>
  typeof text === 'string' && text.trim() !== '' ? text : null;

/** 金额 in fen: a whole number that fits. */
export const isAmount = (amountFen: string | null | undefined): boolean =>
  amountFen === null || amountFen === undefined || /^(0|[1-9]\d{0,14})$/.test(amountFen);

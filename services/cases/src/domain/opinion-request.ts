import { identifyingPattern } from '@onevisit/masking';
import type { ClaimOutcome, RootCause } from './case-file.ts';
import { codePoints, isFilled } from './petition-request.ts';

/** A handling opinion as a handler writes it. */
export type OpinionRequest = Readonly<{
  factsAndReasons: string;
  plainSummary: string;
  rootCause?: RootCause | null | undefined;
  claims: readonly Readonly<{
    claimId: string;
    outcome: ClaimOutcome;
    finding: string;
    legalBasis: readonly Citation[];
  }>[];
  remedyNotice?:
    | Readonly<{
        reviewBodyIds?: readonly string[] | null | undefined;
        how?: string | null | undefined;
      }>
    | null
    | undefined;
}>;

type Citation = Readonly<{ law: string; article: string; quote?: string | null | undefined }>;

export type OpinionRefusal =
  | 'FINDING_NOT_VALID'
  | 'LEGAL_BASIS_REQUIRED'
  | 'PLAIN_SUMMARY_NOT_VALID'
  | 'REMEDY_NOTICE_NOT_VALID'
  | 'SUMMARY_IDENTIFIES_SOMEBODY'
  | 'TEXT_NOT_VALID';

const longestText = 20_000;
const longestSummary = 300;
const longestFinding = 5_000;
const longestLaw = 200;
const longestQuote = 2_000;
const longestHow = 500;
const mostReviewBodies = 5;

/** What is wrong with an opinion as it was written, whatever is known of the case. */
export function opinionRefusal(request: OpinionRequest): OpinionRefusal | null {
  if (!isFilled(request.factsAndReasons, longestText)) return 'TEXT_NOT_VALID';
  if (!isFilled(request.plainSummary, longestSummary)) return 'PLAIN_SUMMARY_NOT_VALID';
  if (identifyingPattern(request.plainSummary)) return 'SUMMARY_IDENTIFIES_SOMEBODY';
  if (!request.claims.every(({ finding }) => isFilled(finding, longestFinding))) return 'FINDING_NOT_VALID';
  if (!request.claims.every(({ legalBasis }) => legalBasis.every(isCited))) return 'LEGAL_BASIS_REQUIRED';
  return isRemedyShort(request.remedyNotice ?? {}) ? null : 'REMEDY_NOTICE_NOT_VALID';
}

const isCited = ({ law, article, quote }: Citation): boolean =>
  isFilled(law, longestLaw) && isFilled(article, longestLaw) && codePoints(quote ?? '') <= longestQuote;

const isRemedyShort = ({ reviewBodyIds, how }: NonNullable<OpinionRequest['remedyNotice']>): boolean =>
  codePoints(how ?? '') <= longestHow && (reviewBodyIds ?? []).length <= mostReviewBodies;

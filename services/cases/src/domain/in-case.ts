import type { Case } from './case.ts';
import type { CaseParty, Claim, Contact, Contest, HandlingOpinion, Objection, PetitionerHeard } from './case-file.ts';

/** A part of a case beside the case it belongs to: what may be read of it depends on the case. */
export type InCase<Row extends object> = Row & Readonly<{ subject: Case }>;

export const inCase = <Row extends object>(subject: Case, row: Row): InCase<Row> => ({ ...row, subject });

export type ClaimInCase = InCase<Claim>;
export type ContactInCase = InCase<Contact>;
export type ContestInCase = InCase<Contest>;
export type PartyInCase = InCase<CaseParty>;
export type HeardInCase = InCase<PetitionerHeard>;
export type ObjectionInCase = InCase<Objection>;
export type OpinionInCase = InCase<HandlingOpinion>;

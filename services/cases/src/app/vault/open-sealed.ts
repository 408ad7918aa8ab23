import { open, openJson, type Cell } from '@onevisit/vault';
import { isSealed, type Case } from '../../domain/case.ts';
import { canReadMaskedName, canReadNarrative } from '../../domain/case.policy.ts';
import type { CaseParty } from '../../domain/case-file.ts';
import { maskedName } from '@onevisit/masking';
import type { ServiceRead } from '../operation.ts';

/** 密封文本 as the viewer reads it. */
export type SealedReading = Readonly<{ text: string | null; redacted: string }>;

/** Opens a sealed text for those who handle the case; everybody else reads what stands in its place. */
export async function openSealed(
  { viewer, load }: ServiceRead,
  subject: Case,
  sealed: Readonly<{ cell: Cell; text: string | null }>,
  redacted: string,
): Promise<SealedReading> {
  if (sealed.text === null || !canReadNarrative(viewer, subject)) return { text: null, redacted };
  const key = await load.keys.load(subject.id);
  // A case whose key is gone is shredded: there is nothing to read any more.
  return { text: key === null ? null : open(key, sealed.cell, sealed.text), redacted };
}

/** 主要内容. */
export async function narrativeOf(read: ServiceRead, subject: Case): Promise<SealedReading> {
  const redacted = redactedSummary(subject);
  if (!canReadNarrative(read.viewer, subject)) return { text: null, redacted };
  const text = await read.load.texts.load(subject.id);
  const cell = { column: 'case_texts.narrative_sealed', rowId: subject.id } as const;
  return openSealed(read, subject, { cell, text: text?.narrativeSealed ?? null }, redacted);
}

export const redactedSummary = (subject: Case): string =>
  isSealed(subject) ? sealedWords : (subject.summary ?? subject.title);

/** What stands for title, summary and text of a sealed case. */
export const sealedWords = '已密封 sealed';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `张*` for those who meet the petitioner, `信访人A` for everybody else. */
export async function partyName(read: ServiceRead, subject: Case, party: CaseParty): Promise<string> {
  const pseudonym = `信访人${letters[party.ordinal - 1] ?? party.ordinal}`;
  if (!canReadMaskedName(read.viewer, subject)) return pseudonym;
  const key = await read.load.keys.load(subject.id);
  if (key === null) return pseudonym;
  const cell = { column: 'case_parties.identity_sealed', rowId: party.id } as const;
  const identity = openJson(key, cell, party.identitySealed) as Readonly<{ name?: string | null }>;
  return identity.name ? maskedName(identity.name) : pseudonym;
}

import { BrokenSealError, open, openJson, unwrapKey, type Cell, type DataKey, type KeyRing } from '@onevisit/vault';
import type { StoredCase } from '../../data/city.reader.ts';

/** Where a sealed text (密封文本) does not open in its own cell, or somebody's identity stands in the clear. */
export function sealFaults(stored: StoredCase, ring: KeyRing): readonly string[] {
  const { file, wrappedKey } = stored;
  if (wrappedKey === null) return ['the case has no key'];
  const key = unwrapKey(ring, file.case.id, wrappedKey);
  const broken = cellsOf(stored).flatMap(([cell, sealed]) => (isWhole(key, cell, sealed) ? [] : [cell.column]));
  if (broken.length > 0) return broken.map((column) => `the seal of ${column} is broken`);
  // A fault never repeats what it found.
  return identityWords(stored, key).some((word) => stored.text.includes(word))
    ? ['an identity stands in the clear']
    : [];
}

type Sealed = readonly [cell: Cell, text: string];

function cellsOf({ file, events, narrativeSealed }: StoredCase): readonly Sealed[] {
  const all: readonly (readonly [Cell['column'], string, string | null])[] = [
    ['case_texts.narrative_sealed', file.case.id, narrativeSealed],
    ...file.claims.map(({ id, textSealed }) => ['claims.text_sealed', id, textSealed] as const),
    ...file.parties.map(({ id, identitySealed }) => ['case_parties.identity_sealed', id, identitySealed] as const),
    ...file.heard.map(({ id, summarySealed }) => ['petitioner_heard.summary_sealed', id, summarySealed] as const),
    ...file.opinions.flatMap(({ id, factsAndReasonsSealed, claims }) => [
      ['handling_opinions.facts_and_reasons_sealed', id, factsAndReasonsSealed] as const,
      ...claims.map((claim) => ['handling_opinions.claims', `${id}/${claim.claimId}`, claim.findingSealed] as const),
    ]),
    ...file.deliveries.map(({ id, witnessesSealed }) => ['deliveries.witnesses_sealed', id, witnessesSealed] as const),
    ...file.executionItems.map(
      ({ id, verificationFindingSealed }) =>
        ['execution_items.verification_finding_sealed', id, verificationFindingSealed] as const,
    ),
    ...events.map(({ id, reasonSealed }) => ['case_events.reason_sealed', id, reasonSealed] as const),
  ];
  return all.flatMap(([column, rowId, text]): readonly Sealed[] => (text === null ? [] : [[{ column, rowId }, text]]));
}

function isWhole(key: DataKey, cell: Cell, sealed: string): boolean {
  try {
    open(key, cell, sealed);
    return true;
  } catch (error) {
    if (error instanceof BrokenSealError) return false;
    throw error;
  }
}

/** 身份 of the parties, and who else is named under a seal. */
function identityWords({ file }: StoredCase, key: DataKey): readonly string[] {
  const identities = file.parties.map(({ id, identitySealed }) =>
    openJson(key, { column: 'case_parties.identity_sealed', rowId: id }, identitySealed),
  ) as readonly Readonly<Record<string, string | null>>[];
  const witnesses = file.deliveries.flatMap(({ id, witnessesSealed }) =>
    witnessesSealed === null
      ? []
      : openJson(key, { column: 'deliveries.witnesses_sealed', rowId: id }, witnessesSealed),
  ) as readonly Readonly<{ name: string }>[];
  const words = [...identities.flatMap((identity) => Object.values(identity)), ...witnesses.map(({ name }) => name)];
  return words.filter((word) => word !== null && word.trim() !== '').map(String);
}

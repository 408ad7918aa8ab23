import type { PetitionHistory } from '@onevisit/city';
import { fail, ok, type DeliveredEvent, type DomainEvent, type Result } from '@onevisit/kernel';
import { newDataKey, newTrackingCode, seal, wrapKey, type DataKey } from '@onevisit/vault';
import type { CaseRecord } from '../../data/city.repository.ts';
import type { Case } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-event.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { replayed, type Taken } from '../../domain/replay.ts';
import { toldOutside } from '../../domain/told-outside.ts';
import { chained } from '../evidence/chain.ts';
import { keptHash } from '../vault/kept-secret.ts';
import type { Secrets } from '../vault/secrets.ts';
import { caseChance, type CaseChance, type NewNumber } from './case-chance.ts';
import { chaptersOf } from './chapters.ts';
import type { CityDirectory } from './city-directory.ts';
import { opening } from './opening.ts';
import { nobodysAct, type Teller } from './teller.ts';

/** What all cases of one load have in common. */
export type CityMeans = Readonly<{
  seed: number;
  /** The histories end here; so do the terms that run out in them. */
  until: Date;
  secrets: Secrets;
  directory: CityDirectory;
  newNumber: NewNumber;
}>;

/** A case as it is written, and what other subgraphs are told of it. */
export type CityCase = Readonly<{ record: CaseRecord; told: readonly DeliveredEvent[] }>;

/** A step of a history that the rules of the verbs do not allow: a fault of the generator, or of its retelling. */
export class RefusedHistoryError extends Error {
  override readonly name = 'RefusedHistoryError';

  constructor(petitionCode: string, reason: string) {
    super(`petition ${petitionCode} of the city: ${reason}`);
  }
}

/** A case of the city as verbs, the clock and the vault would have made it (案卷). */
export function cityCase(history: PetitionHistory, means: CityMeans): CityCase {
  const chance = caseChance(means.seed, history.code);
  const caseId = chance.idsAt(history.registeredAt)();
  const key = newDataKey();
  const story = storyOf(history, caseId, tellerFor(chance, key, means), means.until);
  if (!story.ok) throw new RefusedHistoryError(history.code, story.reason);

  const { file, events, told } = written(story.value, chance, key);
  const { secrets } = means;
  return {
    record: {
      file,
      events,
      wrappedKey: wrapKey(secrets.ring, caseId, key),
      narrativeSealed: seal(key, { column: 'case_texts.narrative_sealed', rowId: caseId }, history.narrative),
      // The petitioner has the slip with the code; nobody who loads the city does.
      codeHash: keptHash(secrets, { kind: 'TRACKING_CODE', caseId, secret: newTrackingCode() }),
    },
    told,
  };
}

const tellerFor = ({ bytes, idsAt }: CaseChance, key: DataKey, { directory, newNumber }: CityMeans): Teller => ({
  directory,
  key,
  idsAt,
  number: (kind, at) => newNumber(kind, at, bytes),
});

function storyOf(
  history: PetitionHistory,
  caseId: string,
  teller: Teller,
  until: Date,
): Result<readonly Taken[], string> {
  const begun = opening(teller, caseId, history);
  if (!begun.ok) return fail(`REGISTERED at ${history.registeredAt.toISOString()}: ${begun.reason}`);

  const story = replayed(begun.value, chaptersOf(teller, history), {
    until,
    actAt: (at) => nobodysAct(teller, at),
    noticeNoAt: (at) => teller.number('NOTICE', at),
  });
  if (!story.ok) return story;
  const isConcluded = lastOf(story.value).step.file.case.status === 'CONCLUDED';
  const isTold = history.steps.some(({ kind }) => kind === 'CONCLUDED');
  return isConcluded === isTold ? ok(story.value) : fail('CONCLUDED: NOT_TOLD');
}

type Written = Readonly<{ file: CaseFile; events: readonly CaseEvent[]; told: readonly DeliveredEvent[] }>;

/** The story as the store keeps it: its facts on their chain, its last file, and what was told outside on the way. */
function written(story: readonly Taken[], { idsAt }: CaseChance, key: DataKey): Written {
  const events: CaseEvent[] = [];
  const told: DeliveredEvent[] = [];
  let head: Pick<Case, 'lastSeq' | 'lastHash'> = { lastSeq: 0, lastHash: null };
  for (const taken of story) {
    const { at, before, step } = taken;
    const made = chained({ ...step.file.case, ...head }, step.facts, { newId: idsAt(at), key });
    const last = made.at(-1);
    if (last) head = { lastSeq: last.seq, lastHash: last.hash };
    events.push(...made);
    told.push(...toldOutside(before, step.file, made).map((event) => travelling(event, taken, idsAt(at)())));
  }
  const { file } = lastOf(story).step;
  return { file: { ...file, case: { ...file.case, ...head } }, events, told };
}

/** As the publisher of a verb would have addressed it at that time. */
const travelling = (event: DomainEvent, { at, step }: Taken, id: string): DeliveredEvent => ({
  ...event,
  id,
  source: 'cases',
  time: at.toISOString(),
  actorOrganizationId: step.facts[0]?.actorOrganizationId ?? null,
});

function lastOf(story: readonly Taken[]): Taken {
  const last = story.at(-1);
  if (!last) throw new RangeError('a story without a beginning');
  return last;
}

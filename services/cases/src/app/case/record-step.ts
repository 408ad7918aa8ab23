import type { DomainEvent } from '@onevisit/kernel';
import { chained } from '../evidence/chain.ts';
import type { CaseEvent } from '../../domain/case-event.ts';
import type { CaseFile, Step } from '../../domain/case-file.ts';
import { toldOutside } from '../../domain/told-outside.ts';
import type { ServiceTx } from '../operation.ts';

/** Writes a step of a case that exists: what changed, its events on the chain, and what other subgraphs are told. */
export async function recordStep(tx: ServiceTx, before: CaseFile, step: Step): Promise<void> {
  const { file, events } = await numbered(tx, step);
  await tx.files.update(before, file);
  await written(tx, before, { file, events });
}

/** Writes a case for the first time. */
export async function recordOpening(tx: ServiceTx, step: Step): Promise<CaseFile> {
  const { file, events } = await numbered(tx, step);
  await tx.files.insert(file);
  await written(tx, null, { file, events });
  return file;
}

type Numbered = Readonly<{ file: CaseFile; events: readonly CaseEvent[] }>;

async function numbered(tx: ServiceTx, { file, facts }: Step): Promise<Numbered> {
  const key = facts.some(({ reason }) => reason !== null) ? await tx.keys.of(file.case.id) : null;
  const events = chained(file.case, facts, { newId: tx.newId, key });
  const last = events.at(-1);
  const head = last ? { lastSeq: last.seq, lastHash: last.hash } : {};
  return { file: { ...file, case: { ...file.case, ...head } }, events };
}

async function written(tx: ServiceTx, before: CaseFile | null, { file, events }: Numbered): Promise<void> {
  await tx.events.append(events);
  for (const event of toldOutside(before, file, events)) tx.emit(event satisfies DomainEvent);
}

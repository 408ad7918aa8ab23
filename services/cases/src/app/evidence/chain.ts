import { chainedEvent, jsonHash, textHash } from '@onevisit/evidence';
import { seal, type DataKey } from '@onevisit/vault';
import type { Case } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-event.ts';
import type { CaseFact } from '../../domain/case-file.ts';

type Means = Readonly<{
  newId: () => string;
  /** The case's key; needed where a fact has a reason. */
  key: DataKey | null;
}>;

/** Numbers facts behind the last event of their case and binds each to the one before it (事项事件链). */
export function chained(subject: Case, facts: readonly CaseFact[], means: Means): readonly CaseEvent[] {
  const events: CaseEvent[] = [];
  let last = subject.lastHash === null ? null : { seq: subject.lastSeq, hash: subject.lastHash };
  for (const fact of facts) {
    const event = placed(subject.id, fact, means, last);
    events.push(event);
    last = event;
  }
  return events;
}

function placed(
  caseId: string,
  { reason, ...fact }: CaseFact,
  { newId, key }: Means,
  last: Readonly<{ seq: number; hash: string }> | null,
): CaseEvent {
  const id = newId();
  const reasonSealed =
    reason === null || key === null ? null : seal(key, { column: 'case_events.reason_sealed', rowId: id }, reason);
  const reasonHash = reasonSealed === null ? null : textHash(reasonSealed);
  const payloadHash = jsonHash(fact.payload);
  const { seq, prevHash, hash } = chainedEvent(
    {
      caseId,
      type: fact.type,
      at: fact.at,
      actor: fact.actorStaffId,
      organization: fact.actorOrganizationId,
      visibility: fact.visibility,
      reasonHash,
      payloadHash,
    },
    last,
  );
  return { ...fact, id, caseId, reasonSealed, reasonHash, payloadHash, seq, prevHash, hash };
}

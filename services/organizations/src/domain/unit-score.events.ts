import type { DomainEvent } from '@onevisit/kernel';
import type { ScoreEntry } from './unit-score.ts';

const of =
  (type: string, version: number) =>
  ({ id, organizationId, factId }: ScoreEntry): DomainEvent => ({
    type,
    subjectId: id,
    subjectVersion: version,
    organizationId,
    data: { organizationId, factId },
  });

export const scoreEntryRecorded = of('score.entryRecorded.v1', 1);
export const scoreEntryAppealed = of('score.appealed.v1', 2);
export const scoreEntryOverturned = of('score.overturned.v1', 3);

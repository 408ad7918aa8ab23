import { page, type PageRequest } from '@onevisit/data';
import { hasRole, query } from '@onevisit/kernel';
import { open } from '@onevisit/vault';
import type { IntakeItem } from '../../domain/accusation.ts';
import { behind } from '../worklist/list-worklist.ts';
import type { ServiceRead } from '../operation.ts';

/** 检举控告收件: what the organ or the sealed-lane bureau has to do, the term that ends first first. */
export const listAccusationIntake = query(
  'accusation:intake',
  ({ viewer, read }: ServiceRead, request: PageRequest) => {
    const { organizationId } = viewer;
    const kinds = hasRole(viewer, 'DISCIPLINE') ? (['HANDOVER', 'HANDOVER_ACK'] as const) : (['HANDOVER'] as const);
    return page<IntakeItem>(
      request,
      ['number', 'string'],
      async (after, limit) =>
        organizationId === null ? [] : read.accusations.intake(organizationId, kinds, { ...behind(after), limit }),
      ({ dueAt, id }) => [dueAt.getTime(), id],
    );
  },
);

/** What is in it: for the organ that takes it; the bureau keeps receipt and time only. */
export async function narrativeOfAccusation({ viewer, load }: ServiceRead, item: IntakeItem): Promise<string | null> {
  if (!isReadable(viewer)) return null;
  const [text, key] = await Promise.all([load.texts.load(item.caseId), load.keys.load(item.caseId)]);
  if (!text || !key) return null;
  return open(key, { column: 'case_texts.narrative_sealed', rowId: item.caseId }, text.narrativeSealed);
}

/** 诉求, likewise. */
export async function claimsOfAccusation(
  { viewer, load }: ServiceRead,
  item: IntakeItem,
): Promise<readonly string[] | null> {
  if (!isReadable(viewer)) return null;
  const [claims, key] = await Promise.all([load.claims.load(item.caseId), load.keys.load(item.caseId)]);
  if (!key) return null;
  return claims.map(({ id, textSealed }) => open(key, { column: 'claims.text_sealed', rowId: id }, textSealed));
}

/** 被检举控告单位, likewise. */
export async function respondentsOfAccusation({ viewer, load }: ServiceRead, item: IntakeItem) {
  if (!isReadable(viewer)) return null;
  return (await load.respondents.load(item.caseId)).map(({ organizationId }) => ({ id: organizationId }));
}

const isReadable = (viewer: ServiceRead['viewer']): boolean => hasRole(viewer, 'DISCIPLINE');

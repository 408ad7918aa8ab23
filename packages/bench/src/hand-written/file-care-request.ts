import { createHash } from 'node:crypto';
import { planDeadline } from '@onevisit/calendar';
import { newId, type Viewer } from '@onevisit/kernel';
import { newDataKey, seal, wrapKey, type KeyRing } from '@onevisit/vault';
import type { Databases } from './databases.ts';
import { organizationsOf } from './parents.ts';
import { named, quoted } from './text.ts';

type Input = Readonly<{ kind: string; text: string; idempotencyKey: string }>;
type Made = Readonly<{ name: string; organization: string; isNew: boolean }>;

/** All of it in one statement, which is its own transaction. */
const filed = {
  name: 'filed',
  text: `with who as (select id, organization_id, display_name from staff where id = $1),
      claimed as (
        insert into idempotency_keys (viewer_id, verb, key, request_hash, made, created_at)
        select $1::text, 'fileCareRequest', $2, $3, $4, $7 from who on conflict do nothing returning key),
      request as (
        insert into care_requests (id, requester_id, organization_id, kind, state, filed_at, first_response_due_at, version)
        select $5, who.id, who.organization_id, $6, 'FILED', $7, $8, 1 from who, claimed returning id),
      held as (insert into care_keys (care_request_id, wrapped_key) select id, $9 from request),
      written as (insert into care_texts (care_request_id, text_sealed) select id, $10 from request)
    select who.display_name as name, who.organization_id as organization, exists (select 1 from request) as "isNew" from who`,
};

export async function fileCareRequest(
  databases: Databases,
  viewer: Viewer,
  { input, ring }: Readonly<{ input: Input; ring: KeyRing }>,
): Promise<string> {
  const { kind, text, idempotencyKey } = input;
  const now = new Date();
  const due = planDeadline('CARE_FIRST_RESPONSE', now);
  if (!due.ok) throw new Error(due.reason);
  const id = newId();
  const dataKey = newDataKey();
  const hash = createHash('sha256').update(JSON.stringify({ kind, text })).digest('hex');
  const [made] = await databases.staffCare<Made>(filed, [
    viewer.id,
    idempotencyKey,
    hash,
    JSON.stringify({ careRequestId: id }),
    id,
    kind,
    now,
    due.value.dueAt,
    wrapKey(ring, id, dataKey),
    seal(dataKey, { column: 'care_texts.text_sealed', rowId: id }, text),
  ]);
  if (!made?.isNew) throw new Error('nobody, or once more');
  const organizations = await organizationsOf(databases, [made.organization]);
  const requester = `{"displayName":${quoted(made.name)},"organization":${named(organizations.get(made.organization)?.name)}}`;
  return (
    `{"data":{"fileCareRequest":{"careRequest":{"kind":"${kind}","state":"FILED","text":${quoted(text)},` +
    `"requester":${requester}},"errors":[]}}}`
  );
}

import { createHash } from 'node:crypto';
import { planDeadline } from '@onevisit/calendar';
import { installationKeys } from '@onevisit/home';
import { newId } from '@onevisit/kernel';
import { createKeyRing, newDataKey, open, seal, unwrapKey, wrapKey } from '@onevisit/vault';
import DataLoader from 'dataloader';
import { EntitySchema, In } from 'typeorm';
import { connect, inOrder, serve } from './subgraph.js';

const Staff = new EntitySchema({
  name: 'Staff',
  tableName: 'staff',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    displayName: { type: 'text', name: 'display_name' },
    organizationId: { type: 'uuid', name: 'organization_id' },
    post: { type: 'text' },
    roles: { type: 'text', array: true },
    joinedOn: { type: 'date', name: 'joined_on' },
    version: { type: 'integer' },
  },
});

const CareRequest = new EntitySchema({
  name: 'CareRequest',
  tableName: 'care_requests',
  columns: {
    id: { type: 'uuid', primary: true },
    requesterId: { type: 'uuid', name: 'requester_id' },
    organizationId: { type: 'uuid', name: 'organization_id' },
    kind: { type: 'text' },
    state: { type: 'text' },
    filedAt: { type: 'timestamptz', name: 'filed_at' },
    firstResponseDueAt: { type: 'timestamptz', name: 'first_response_due_at' },
    version: { type: 'integer' },
  },
});

const CareKey = new EntitySchema({
  name: 'CareKey',
  tableName: 'care_keys',
  columns: {
    careRequestId: { type: 'uuid', name: 'care_request_id', primary: true },
    wrappedKey: { type: 'text', name: 'wrapped_key' },
  },
});

const CareText = new EntitySchema({
  name: 'CareText',
  tableName: 'care_texts',
  columns: {
    careRequestId: { type: 'uuid', name: 'care_request_id', primary: true },
    textSealed: { type: 'text', name: 'text_sealed' },
  },
});

const IdempotencyKey = new EntitySchema({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  columns: {
    viewerId: { type: 'text', name: 'viewer_id', primary: true },
    verb: { type: 'text', primary: true },
    key: { type: 'text', primary: true },
    requestHash: { type: 'text', name: 'request_hash' },
    made: { type: 'jsonb', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
  },
});

const source = await connect('onevisit_staff_care', [Staff, CareRequest, CareKey, CareText, IdempotencyKey]);
const staff = source.getRepository('Staff');
const ring = createKeyRing(installationKeys(process.env.ONEVISIT_HOME).vault.ring);
const cellOf = (rowId) => ({ column: 'care_texts.text_sealed', rowId });

/** The same rows as our own verb writes, through the entity manager. */
const fileCareRequest = (viewer, { kind, text, idempotencyKey }) =>
  source.transaction(async (manager) => {
    const now = new Date();
    const requestHash = createHash('sha256').update(JSON.stringify({ kind, text })).digest('hex');
    const claim = { viewerId: viewer.id, verb: 'fileCareRequest', key: idempotencyKey };
    await manager.insert('IdempotencyKey', { ...claim, requestHash, createdAt: now });
    const requester = await manager.findOneByOrFail('Staff', { id: viewer.id });
    const id = newId();
    const dataKey = newDataKey();
    const request = await manager.save('CareRequest', {
      id,
      requesterId: requester.id,
      organizationId: requester.organizationId,
      kind,
      state: 'FILED',
      filedAt: now,
      firstResponseDueAt: planDeadline('CARE_FIRST_RESPONSE', now).value.dueAt,
      version: 1,
    });
    await manager.save('CareKey', { careRequestId: id, wrappedKey: wrapKey(ring, id, dataKey) });
    await manager.save('CareText', { careRequestId: id, textSealed: seal(dataKey, cellOf(id), text) });
    await manager.update('IdempotencyKey', claim, { made: { careRequestId: id } });
    return request;
  });

async function openText(id) {
  const [{ wrappedKey }, { textSealed }] = await Promise.all([
    source.getRepository('CareKey').findOneByOrFail({ careRequestId: id }),
    source.getRepository('CareText').findOneByOrFail({ careRequestId: id }),
  ]);
  return open(unwrapKey(ring, id, wrappedKey), cellOf(id), textSealed);
}

const careCounts = (ids, areaCode) =>
  source.query(
    `with recursive below as (
       select o.id as root, o.id from organizations o where o.id = any($1) and o.area_path @> array[$2]
       union select b.root, o.id from below b join organizations o on o.superior_id = b.id)
     select b.root as id, count(r.id)::int as open
     from below b left join care_requests r on r.organization_id = b.id and r.state <> 'CLOSED' group by b.root`,
    [ids, areaCode],
  );

const fewest = 5;

const resolvers = {
  Mutation: {
    fileCareRequest: async (_, { input }, { viewer }) => ({
      careRequest: await fileCareRequest(viewer, input),
      errors: [],
    }),
  },
  CareRequest: {
    text: ({ id }) => openText(id),
    requester: ({ requesterId }, _, { loaders }) => loaders.staff.load(requesterId),
  },
  Staff: {
    __resolveReference: ({ id }, { loaders }) => loaders.staff.load(id),
    organization: ({ organizationId }) => ({ id: organizationId }),
  },
  Organization: {
    careSummary: async ({ id }, _, { loaders }) => {
      const count = await loaders.care.load(id);
      return count && { open: count.open >= fewest ? count.open : null };
    },
  },
};

await serve('staff-care', resolvers, ({ areaCode }) => ({
  loaders: {
    staff: new DataLoader(async (ids) => inOrder(ids, await staff.findBy({ id: In([...ids]) }), ({ id }) => id)),
    care: new DataLoader(async (ids) => inOrder(ids, await careCounts([...ids], areaCode), ({ id }) => id)),
  },
}));

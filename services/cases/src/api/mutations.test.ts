import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, staffRoles, type Permission, type Role, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { aPetition, elsewhere, people, petitionerOf, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { anOpinion, aPromise, handedOver, heardInPerson, storyOf, type Told } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

type Input = Readonly<Record<string, unknown>>;

/** A mutation on a case that exists, at the place in its story where it belongs. */
type Verb = Readonly<{
  verb: string;
  permission: Permission;
  by: (told: Told) => Viewer;
  chapter: Exclude<keyof ReturnType<typeof storyOf>, 'signedBy' | 'deliveredBy'>;
  input: (told: Told) => Input;
  /** The same request with another content. */
  changed: Input;
  notFound?: 'EXECUTION_ITEM_NOT_FOUND';
}>;

const onCase =
  (more: Input | ((told: Told) => Input)) =>
  (told: Told): Input => ({
    caseId: told.id,
    ...(typeof more === 'function' ? more(told) : more),
  });
const onItem =
  (more: Input) =>
  (told: Told): Input => ({ executionItemId: told.executionItemId, ...more });
const officer = () => people.bureau;
const handler = () => people.handler;
const leader = () => people.leader;
const petitioner = ({ id }: Told) => petitionerOf(id);

const verbs: readonly Verb[] = [
  {
    verb: 'referCase',
    permission: 'case:refer',
    by: officer,
    chapter: 'registered',
    input: onCase({ toOrganizationId: town.department.id }),
    changed: { reason: '另一理由' },
  },
  {
    verb: 'assignCase',
    permission: 'case:assign',
    by: officer,
    chapter: 'registered',
    input: onCase({ toOrganizationId: town.department.id, reportBackDueOn: '2026-04-30' }),
    changed: { reportBackDueOn: '2026-04-29' },
  },
  {
    verb: 'decideAdmission',
    permission: 'admission:decide',
    by: handler,
    chapter: 'referred',
    input: onCase({ decision: 'ADMIT' }),
    changed: { legalBasis: '第二十三条' },
  },
  {
    verb: 'deliverNotice',
    permission: 'notice:deliver',
    by: handler,
    chapter: 'admitted',
    input: onCase(handedOver),
    changed: { method: 'POST' },
  },
  {
    verb: 'assignHandler',
    permission: 'handler:assign',
    by: leader,
    chapter: 'notified',
    input: onCase({ handlerId: people.handler.id }),
    changed: { handlerId: people.colleague.id },
  },
  {
    verb: 'recordPetitionerHeard',
    permission: 'heard:record',
    by: handler,
    chapter: 'inHandling',
    input: onCase(heardInPerson),
    changed: { mode: 'VIDEO' },
  },
  {
    verb: 'draftOpinion',
    permission: 'opinion:draft',
    by: handler,
    chapter: 'heard',
    input: onCase(({ claimIds }) => anOpinion(claimIds)),
    changed: { plainSummary: '另一说明' },
  },
  {
    verb: 'addExecutionItem',
    permission: 'execution:add',
    by: handler,
    chapter: 'drafted',
    input: onCase(({ claimIds }) => aPromise(claimIds[0])),
    changed: { content: '另一内容' },
  },
  {
    verb: 'signOpinion',
    permission: 'opinion:sign',
    by: leader,
    chapter: 'promised',
    input: onCase({}),
    changed: { reason: '另一理由' },
  },
  {
    verb: 'recordDelivery',
    permission: 'delivery:record',
    by: handler,
    chapter: 'signed',
    input: onCase(handedOver),
    changed: { method: 'POST' },
  },
  {
    verb: 'reportExecution',
    permission: 'execution:report',
    by: handler,
    chapter: 'executing',
    input: onItem({ evidence: '转账凭证 1' }),
    changed: { evidence: '转账凭证 2' },
    notFound: 'EXECUTION_ITEM_NOT_FOUND',
  },
  {
    verb: 'verifyExecution',
    permission: 'execution:verify',
    by: () => people.supervisor,
    chapter: 'reported',
    input: onItem({ isDone: true, finding: '已核对' }),
    changed: { isDone: false },
    notFound: 'EXECUTION_ITEM_NOT_FOUND',
  },
  {
    verb: 'confirmExecution',
    permission: 'execution:confirm',
    by: petitioner,
    chapter: 'verified',
    input: onItem({ isDone: true }),
    changed: { isDone: false },
    notFound: 'EXECUTION_ITEM_NOT_FOUND',
  },
  {
    verb: 'confirmResult',
    permission: 'result:confirm',
    by: petitioner,
    chapter: 'rested',
    input: onCase({}),
    changed: { expectedVersion: 99 },
  },
  {
    verb: 'revokeConfirmation',
    permission: 'result:confirm',
    by: petitioner,
    chapter: 'accepted',
    input: onCase({}),
    changed: { expectedVersion: 99 },
  },
];

describe.each(verbs)('$verb', ({ verb, permission, by, chapter, input, changed, notFound = 'CASE_NOT_FOUND' }) => {
  let told: Told;
  let version: number;
  beforeAll(async () => {
    told = await storyOf(service)[chapter]();
    const [row] = await service.database.query<{ version: number }>('select version from cases where id = $1', [
      told.id,
    ]);
    version = row?.version ?? 0;
  });

  const ask = (viewer: Viewer, more: Input = {}) =>
    service.did(viewer, verb, { idempotencyKey: newId(), ...input(told), ...more }, 'case { id status version }');
  const refusalOf = async (viewer: Viewer, more: Input = {}) => {
    const payload = await service.withoutTrace(() => ask(viewer, more));
    expect(payload['case']).toBeNull();
    return payload.errors.map(({ code }) => code);
  };

  it('is forbidden for every other role, and leaves nothing behind', async () => {
    const others = [...staffRoles, 'PETITIONER', 'PUBLIC'] as const satisfies readonly Role[];
    await service.withoutTrace(async () => {
      for (const role of others.filter((each) => !permissions[permission].includes(each))) {
        const result = await service.run(aViewer(role, role === 'PETITIONER' ? { caseId: told.id } : {}), verb, {
          idempotencyKey: newId(),
          ...input(told),
        });
        const code = role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect([role, result.errors?.map(({ extensions }) => extensions)]).toEqual([role, [{ code }]]);
      }
    });
  });

  it('finds nothing from outside the scope of the case, or by what is no id', async () => {
    const isPetitioners = by(told).roles.includes('PETITIONER');
    expect(await refusalOf(isPetitioners ? petitionerOf(newId()) : elsewhere(by(told)))).toEqual([notFound]);
    const name = notFound === 'CASE_NOT_FOUND' ? 'caseId' : 'executionItemId';
    for (const id of [newId(), 'no id at all', '']) {
      expect(await refusalOf(by(told), { [name]: id })).toEqual([notFound]);
    }
  });

  it('is refused to who has read an older version', async () => {
    expect(await refusalOf(by(told), { expectedVersion: version - 1 })).toEqual(['STALE_VERSION']);
  });

  it('sent twice with one key has one effect and one answer; with another content it is refused', async () => {
    const request = { idempotencyKey: newId(), expectedVersion: version };
    const once = await ask(by(told), request);
    expect(once.errors).toEqual([]);
    expect(once['case']).toMatchObject({ id: told.id, version: version + 1 });

    expect(await service.withoutTrace(() => ask(by(told), request))).toEqual(once);
    expect(await refusalOf(by(told), { ...request, ...changed })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('is one more version of the case, and its events are numbered without a gap', async () => {
    const [event] = await service.database.query<{ version: number; seq: number }>(
      'select c.version, c.last_seq as seq from cases c where id = $1',
      [told.id],
    );
    const events = await service.database.query('select 1 from case_events where case_id = $1', [told.id]);
    expect(event).toEqual({ version: version + 1, seq: events.length });
  });
});

describe('openCase', () => {
  it('is forbidden for every other role, and leaves nothing behind', async () => {
    await service.withoutTrace(async () => {
      for (const role of staffRoles.filter((each) => each !== 'CLERK')) {
        const { errors } = await service.run(aViewer(role), 'openCase', aPetition());
        expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN' }]);
      }
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type DeliveredEvent } from '@onevisit/kernel';
import { emptyTables, type MountedForTest } from '@onevisit/testing';
import { anEvent, anOrganization, aReference } from '../../testing/builders.ts';
import { mountWith } from '../../testing/mount.ts';

const organization = anOrganization();
const caseId = newId();
const deadlineId = newId();

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(aReference({ organizations: [organization] }));
});

beforeEach(() => emptyTables(mounted.database));

afterAll(() => mounted.close());

const aFailure = (overrides: Partial<DeliveredEvent> = {}): DeliveredEvent => {
  const { data, ...given } = overrides;
  return anEvent({
    data: {
      kind: 'LATE_REPLY',
      severity: 'MAJOR',
      organizationId: organization.id,
      caseId,
      deadlineId,
      occurredAt: '2026-04-28T15:59:59.999Z',
      ...data,
    },
    ...given,
  });
};

const aBreach = (overrides: Partial<DeliveredEvent> = {}): DeliveredEvent =>
  anEvent({
    type: 'deadline.breached.v1',
    subjectId: deadlineId,
    subjectVersion: 2,
    data: {
      kind: 'HANDLING',
      caseId,
      organizationId: organization.id,
      dueAt: '2026-04-28T15:59:59.999Z',
      lateByDays: null,
    },
    ...overrides,
  });

const ledger = () =>
  mounted.database.query(`select id, source, kind, severity, organization_id as "organizationId", case_id as "caseId",
    deadline_id as "deadlineId", occurred_at as "occurredAt" from unit_facts order by source`);

describe('onServiceFailureConfirmed', () => {
  it('puts the failure into the ledger of unit facts', async () => {
    const event = aFailure();
    await mounted.subgraph.consume(event);
    expect(await ledger()).toEqual([
      {
        id: event.subjectId,
        source: 'SERVICE_FAILURE',
        kind: 'LATE_REPLY',
        severity: 'MAJOR',
        organizationId: organization.id,
        caseId,
        deadlineId,
        occurredAt: new Date('2026-04-28T15:59:59.999Z'),
      },
    ]);
  });

  it('records a failure that concerns no deadline', async () => {
    await mounted.subgraph.consume(aFailure({ data: { kind: 'RUDENESS', severity: 'MINOR', deadlineId: null } }));
    expect(await ledger()).toMatchObject([{ kind: 'RUDENESS', severity: 'MINOR', deadlineId: null }]);
  });

  it('records one fact of an event that comes twice, and of a failure that is told twice', async () => {
    const event = aFailure();
    await mounted.subgraph.consume(event);
    await mounted.subgraph.consume(event);
    await mounted.subgraph.consume({ ...event, id: newId() });
    expect(await ledger()).toHaveLength(1);
  });

  it('leaves what is older than what was told before', async () => {
    const newer = aFailure({ subjectVersion: 2 });
    await mounted.subgraph.consume(newer);
    await mounted.subgraph.consume(aFailure({ subjectId: newer.subjectId, data: { severity: 'SERIOUS' } }));
    expect(await ledger()).toMatchObject([{ severity: 'MAJOR' }]);
  });

  it('keeps the fact of an organization that is unknown here', async () => {
    const stranger = newId();
    await mounted.subgraph.consume(aFailure({ organizationId: stranger, data: { organizationId: stranger } }));
    expect(await ledger()).toMatchObject([{ organizationId: stranger }]);
  });

  it.each([{ severity: 'TERRIBLE' }, { occurredAt: 'yesterday' }, { kind: null }])(
    'takes no event that says %j, and keeps nothing of it',
    async (data) => {
      await expect(mounted.subgraph.consume(aFailure({ data }))).rejects.toThrow('is not what it should be');
      expect([await ledger(), await mounted.database.query('select * from inbox')]).toEqual([[], []]);
    },
  );
});

describe('onDeadlineBreached', () => {
  it('puts the breach into the ledger, at the time when the term fell due', async () => {
    await mounted.subgraph.consume(aBreach());
    expect(await ledger()).toEqual([
      {
        id: deadlineId,
        source: 'DEADLINE_BREACH',
        kind: 'HANDLING',
        severity: null,
        organizationId: organization.id,
        caseId,
        deadlineId,
        occurredAt: new Date('2026-04-28T15:59:59.999Z'),
      },
    ]);
  });

  it('stands beside the failure that the breach makes', async () => {
    await mounted.subgraph.consume(aFailure());
    await mounted.subgraph.consume(aBreach());
    expect(await ledger()).toMatchObject([{ source: 'DEADLINE_BREACH' }, { source: 'SERVICE_FAILURE' }]);
  });

  it('records one fact of an event that comes twice', async () => {
    const event = aBreach();
    await Promise.all([mounted.subgraph.consume(event), mounted.subgraph.consume(event)]);
    expect(await ledger()).toHaveLength(1);
  });

  it('leaves what is older than what was told before', async () => {
    await mounted.subgraph.consume(aBreach({ subjectVersion: 3 }));
    await mounted.subgraph.consume(aBreach());
    expect(await ledger()).toHaveLength(1);
    expect(await mounted.database.query('select is_outdated from inbox order by subject_version')).toEqual([
      { is_outdated: true },
      { is_outdated: false },
    ]);
  });
});

describe('the ledger of unit facts', () => {
  it.each([`update unit_facts set kind = 'FORGED'`, 'delete from unit_facts'])('may not: %s', async (sql) => {
    await mounted.subgraph.consume(aFailure());
    await expect(mounted.database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await ledger()).toMatchObject([{ kind: 'LATE_REPLY' }]);
  });
});

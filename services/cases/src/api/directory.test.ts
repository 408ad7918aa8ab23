import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, seededId, type EventData } from '@onevisit/kernel';
import { anEvent, people, staffEvent, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const refer = async (toOrganizationId: string) => {
  const { id } = await story.registered();
  const input = { idempotencyKey: newId(), caseId: id, toOrganizationId };
  return (await service.did(people.bureau, 'referCase', input)).errors.map(({ code }) => code);
};

describe('what the other subgraphs tell', () => {
  it('an entry of the competence list counts from its event on, and an older one is ignored', async () => {
    const id = seededId('competence', '990102-NRES/A/990100');
    const entry = (validTo: string | null, version: number) =>
      anEvent(
        'competence.changed.v1',
        id,
        {
          organizationId: town.otherDepartment.id,
          issueTypeCode: 'A',
          areaCode: '990100',
          priority: 2,
          validFrom: '2026-01-01',
          validTo,
        },
        version,
      );
    expect(await refer(town.otherDepartment.id)).toEqual(['ORGANIZATION_NOT_COMPETENT']);
    await service.subgraph.consume(entry(null, 2));
    expect(await refer(town.otherDepartment.id)).toEqual([]);
    await service.subgraph.consume(entry('2026-01-31', 1));
    expect(await refer(town.otherDepartment.id)).toEqual([]);
    await service.subgraph.consume(entry('2026-01-31', 3));
    expect(await refer(town.otherDepartment.id)).toEqual(['ORGANIZATION_NOT_COMPETENT']);
  });

  it('an organization that has ended gets no case any more', async () => {
    const { id, ...rest } = town.department;
    const ended: EventData = { ...rest, validTo: '2026-03-01', successorId: town.otherDepartment.id };
    await service.subgraph.consume(anEvent('organization.changed.v1', id, ended, 2));
    expect(await refer(id)).toEqual(['ORGANIZATION_NO_LONGER_VALID']);
    await service.subgraph.consume(anEvent('organization.changed.v1', id, rest, 3));
    expect(await refer(id)).toEqual([]);
  });

  it('somebody who has moved handles no case here', async () => {
    const moved = { ...people.colleague, organizationId: town.otherDepartment.id };
    await service.subgraph.consume(staffEvent(moved, true, 2));
    const { id } = await story.notified();
    expect(await service.refused(people.leader, 'assignHandler', { caseId: id, handlerId: moved.id })).toEqual([
      ['HANDLER_NOT_FOUND', 'input', 'handlerId'],
    ]);
  });

  it('an event that does not say what its type promises is refused whole', async () => {
    const broken = anEvent('organization.changed.v1', newId(), { code: '990102-XXXX' });
    await service.withoutTrace(() => expect(service.subgraph.consume(broken)).rejects.toThrow('kind is not'));
    const unknown = anEvent('weather.changed.v1', newId(), {});
    await expect(service.subgraph.consume(unknown)).rejects.toThrow('weather.changed.v1');
  });
});

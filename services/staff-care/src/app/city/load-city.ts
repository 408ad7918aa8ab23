import { staff as staffOfCity, type Staff as CityStaff } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import type { CityLoad } from '@onevisit/subgraph';
import { staffJoined } from '../../domain/staff.events.ts';
import type { Staff } from '../../domain/staff.ts';
import { careRecordsOfCity } from './city-care.ts';
import type { ServiceTx } from '../operation.ts';

/** Writes the city's staff and what they needed help with into the empty store; does nothing the second time. */
export async function loadCity(tx: ServiceTx, load: CityLoad): Promise<void> {
  if (!(await tx.staff.isEmptyWhenLocked())) return;

  const staff = staffOfCity.map(staffMember);
  await tx.staff.insertAll(staff);
  for (const member of staff) tx.emit(staffJoined(member));
  await tx.careRequests.insertAll(careRecordsOfCity(load));
  load.progress(1, 1);
}

const staffMember = ({ organizationCode, taskForceCode, ...member }: CityStaff): Staff => ({
  ...member,
  id: seededId('staff', member.code),
  organizationId: seededId('organization', organizationCode),
  taskForceId: taskForceCode === null ? null : seededId('task-force', taskForceCode),
  version: 1,
});

import { drawnFrom } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { StaffRole } from '@onevisit/kernel';
import type { PetitionCategory, PetitionClaim } from '../history/petition-history.ts';
import { staffOf } from '../reference/staff-list.ts';
import type { City } from './city.ts';

/** One petition while its way is drawn. */
export type Scene = Readonly<{
  city: City;
  random: Random;
  category: PetitionCategory;
  issueTypeCode: string;
  functionCode: string;
  countyCode: string;
  receivingCode: string;
  title: string;
  claims: readonly PetitionClaim[];
  /** In milliseconds. */
  receivedAt: number;
  registeredAt: number;
  isBacklog: boolean;
}>;

/** Somebody of an organization who has the role, as the author of an act. */
export function actor(scene: Scene, organizationCode: string, role: StaffRole) {
  const holders = staffOf(organizationCode).filter(({ roles }) => roles.includes(role));
  return { by: drawnFrom(scene.random, holders).code, organizationCode };
}

/** Two different members of staff of an organization who have the role. */
export function twoActors(scene: Scene, organizationCode: string, role: StaffRole) {
  const first = actor(scene, organizationCode, role);
  const others = staffOf(organizationCode).filter(({ roles, code }) => roles.includes(role) && code !== first.by);
  return { ...first, secondPerson: drawnFrom(scene.random, others).code };
}

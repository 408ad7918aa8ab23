import { drawnName } from '../chance/drawn-name.ts';
import { createRandom, defaultSeed, type Random } from '../chance/random.ts';
import type { Organization } from './organization.ts';
import { organizations } from './organizations.ts';
import { mediatorsIn, placesIn, type Place } from './place-of-work.ts';
import type { Staff } from './staff.ts';

/** 信访干部, by organization and number. */
export const staff: readonly Staff[] = staffOfCity();

export const staffByCode: ReadonlyMap<string, Staff> = new Map(staff.map((member) => [member.code, member]));

const staffByOrganization = Map.groupBy(staff, ({ organizationCode }) => organizationCode);

/** Staff of an organization, its leader first. */
export const staffOf = (organizationCode: string): readonly Staff[] => staffByOrganization.get(organizationCode) ?? [];

function staffOfCity(): readonly Staff[] {
  const random = createRandom(defaultSeed);
  const names = new Set<string>();
  return organizations.flatMap((organization) =>
    placesOf(organization).map((place, at) => ({
      code: `${organization.code}/${at + 1}`,
      number: at + 1,
      displayName: newName(random, names),
      organizationCode: organization.code,
      roles: place.roles,
      post: place.post,
      joinedOn: joinedOn(random),
      taskForceCode: place.taskForceCode ?? null,
    })),
  );
}

function placesOf(organization: Organization): readonly Place[] {
  const mediator: Place = { post: '调解员', roles: ['MEDIATOR'] };
  return [...placesIn(organization), ...Array.from({ length: mediatorsIn(organization) }, () => mediator)];
}

/** A name that nobody else of the staff has. */
function newName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = drawnName(random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** A weekday-blind day between 2006 and 2025; most began in the last ten years. */
function joinedOn(random: Random): string {
  const yearsAgo = Math.floor(20 * random() ** 1.6);
  const day = Temporal.PlainDate.from({ year: 2025 - yearsAgo, month: 1, day: 1 });
  return day.add({ days: Math.floor(random() * 330) }).toString();
}

/** The facts of a small fictional museum network; gaps in them are meant. */
export type Person = Readonly<{
  id: string;
  email: string;
  name: string | null;
  bossId: string | null;
  team: TeamKey | null;
}>;
export type TeamKey = Readonly<{ code: string; museumId: string }>;
export type Museum = Readonly<{
  id: string;
  slug: string;
  name: string | null;
  curatorId: string | null;
  hours: number | null;
  rooms: readonly Room[];
  address: Address | null;
}>;
export type Room = Readonly<{ of: string; number: number; exhibitIds: readonly (string | null)[] }>;
export type Address = Readonly<{ of: string; street: string; city: string; zip: string | null }>;
export type Exhibit = Readonly<{
  kind: 'Painting' | 'Sculpture';
  id: string;
  title: string;
  year: number | null;
  condition: string | null;
  makerId: string | null;
  museumId: string | null;
  series: string;
  number: number;
  size: number | null;
  relatedIds: readonly string[];
}>;
export type Review = Readonly<{
  id: string;
  exhibitId: string;
  stars: number;
  text: string | null;
  authorId: string | null;
}>;

const ids = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

/** Every third of something is missing. */
const unlessThird = <Value>(at: number, value: Value): Value | null => (at % 3 === 2 ? null : value);

const museumIds = ids('m', 4);
const personIds = ids('p', 7);
const exhibitIds = ids('e', 9);

export const people: readonly Person[] = personIds.map((id, at) => ({
  id,
  email: `${id}@museum.example`,
  name: at === 4 ? null : `Person ${at + 1}`,
  bossId: at === 0 ? null : (personIds[Math.floor(at / 2)] ?? null),
  team: unlessThird(at, { code: `T${at % 2}`, museumId: `m${(at % 4) + 1}` }),
}));

export const museums: readonly Museum[] = museumIds.map((id, at) => ({
  id,
  slug: `museum-${at + 1}`,
  name: at === 2 ? null : `Museum ${at + 1}`,
  // p99 is known to nobody.
  curatorId: ['p1', 'p2', 'p99', null][at] ?? null,
  hours: unlessThird(at, 8 + at),
  rooms: [1, 2].map((number) => ({
    of: `${id}/${number}`,
    number,
    exhibitIds: [exhibitIds[at * 2] ?? null, null, `e${number}`],
  })),
  address: unlessThird(at, {
    of: id,
    street: `Street ${at}`,
    city: `City ${at}`,
    zip: unlessThird(at + 1, `99010${at}`),
  }),
}));

const conditions = ['GOOD', 'WORN', null, 'LOST', 'SECRET'];

export const exhibits: readonly Exhibit[] = exhibitIds.map((id, at) => ({
  kind: at % 2 === 0 ? 'Painting' : 'Sculpture',
  id,
  title: `“Title” ${at + 1}\n展品`,
  year: unlessThird(at, 1900 + at),
  condition: conditions[at % conditions.length] ?? null,
  makerId: unlessThird(at, personIds[at % personIds.length] ?? null),
  museumId: museumIds[at % museumIds.length] ?? null,
  series: `S${at % 3}`,
  number: at,
  size: at % 2 === 0 ? at * 10 : unlessThird(at, at * 10),
  relatedIds: [exhibitIds[(at + 1) % 9] ?? 'e1', exhibitIds[(at + 4) % 9] ?? 'e1'],
}));

export const reviews: readonly Review[] = ids('r', 12).map((id, at) => ({
  id,
  exhibitId: exhibitIds[at % 7] ?? 'e1',
  stars: (at % 5) + 1,
  text: unlessThird(at, `Review ${at + 1}`),
  authorId: personIds[(at * 3) % 7] ?? null,
}));

export const personOf = (id: string | null): Person | null => people.find((person) => person.id === id) ?? null;
export const museumOf = (id: string | null): Museum | null => museums.find((museum) => museum.id === id) ?? null;
export const exhibitOf = (id: string | null): Exhibit | null => exhibits.find((exhibit) => exhibit.id === id) ?? null;

/** A document that means harm, by the row of the list of attacks that it belongs to. */
export type Attack = Readonly<{ row: number; what: string; query: string }>;

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

const aliasBomb = (aliases: number): Attack => ({
  row: 3,
  what: `${aliases} aliases over an entity hop`,
  query: `{ ${times(aliases, (at) => `a${at}: me { organization { name } }`)} }`,
});

const deep = (levels: number): Attack => ({
  row: 5,
  what: `${levels} levels deep`,
  query: `{ organization(code: "990100-LETT") { ${'superior { '.repeat(levels)}id${' }'.repeat(levels)} } }`,
});

/** 1.2 KB that is a million selections once every fragment is written out. */
const doubling = (levels: number): string =>
  `query { organization(code: "990100-LETT") { ...F0 } } ` +
  times(
    levels,
    (at) => `fragment F${at} on Organization { a: superior { ...F${at + 1} } b: superior { ...F${at + 1} } }`,
  ) +
  ` fragment F${levels} on Organization { id }`;

export const attacks: readonly Attack[] = [
  ...[100, 1_000, 5_000].map(aliasBomb),
  ...[20, 200, 3_000].map(deep),
  { row: 5, what: '20,000 levels, never closed', query: '{ cases '.concat('{ a '.repeat(20_000)) },
  { row: 6, what: 'fragments that double, 20 times', query: doubling(20) },
  {
    row: 7,
    what: 'two fragments in a circle',
    query: `{ organization(code: "A") { ...A } } fragment A on Organization { superior { ...B } } fragment B on Organization { superior { ...A } }`,
  },
  {
    row: 7,
    what: 'a fragment in itself',
    query: '{ organization(code: "A") { ...A } } fragment A on Organization { superior { ...A } }',
  },
  {
    row: 7,
    what: 'a circle through inline fragments',
    query:
      '{ organization(code: "A") { ...A } } fragment A on Organization { ... on Organization { superior { ...A } } }',
  },
  { row: 8, what: 'one field 10,000 times', query: `{ organization(code: "A") { ${times(10_000, () => 'id')} } }` },
  {
    row: 8,
    what: '2,000 fields that overlap',
    query: `{ ${times(2_000, () => 'organization(code: "A") { superior { id } }')} }`,
  },
  { row: 8, what: '5,000 known directives', query: `{ me ${times(5_000, () => '@include(if: true)')} { id } }` },
  { row: 8, what: '5,000 unknown directives', query: `{ me ${times(5_000, (at) => `@d${at}`)} { id } }` },
  {
    row: 9,
    what: 'a page of 1,000',
    query: '{ cases(first: 1000) { edges { node { timeline(first: 1000) { edges { node { id } } } } } } }',
  },
  {
    row: 9,
    what: 'pages within pages within pages',
    query: `{ organizations(first: 100) { edges { node { subordinates(first: 100) { edges { node { subordinates(first: 100) {
      edges { node { subordinates(first: 100) { edges { node { id } } } } } } } } } } } } }`,
  },
];

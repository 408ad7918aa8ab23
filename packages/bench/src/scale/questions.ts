import type { PersonaName } from '@onevisit/city';
import { encodeCursor, newestFirst } from '@onevisit/data';
import { documents } from '../operations/documents.ts';

/** A hot question, asked as somebody of the city. */
export type ScaleQuestion = Readonly<{
  what: string;
  persona: PersonaName;
  query: string;
  variables?: object;
  /** Left out where the graph has no such field. */
  needs?: string;
}>;

const listed = 'edges { node { id caseNo title status responsibleOrganization { name } } } pageInfo { hasNextPage }';
const worklist = `{ myWorklist(first: 20) { ${listed} } }`;
const halfYearAgo = new Date(Date.now() - 180 * 86_400_000);
const deep = encodeCursor(newestFirst.keyOf({ at: halfYearAgo, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }));

export const scaleQuestions = (caseId: string): readonly ScaleQuestion[] => [
  { what: 'worklist of a bureau', persona: 'bureau', query: worklist },
  { what: 'worklist of a leader', persona: 'leader', query: worklist },
  { what: 'worklist of a handler', persona: 'handler', query: worklist },
  { what: 'first page of a county', persona: 'bureau', query: `{ cases(first: 20) { ${listed} } }` },
  { what: 'first page of the city', persona: 'director', query: `{ cases(first: 20) { ${listed} } }` },
  {
    what: 'a page half a year down',
    persona: 'director',
    query: `query Deep($after: String) { cases(first: 20, after: $after) { ${listed} } }`,
    variables: { after: deep },
  },
  {
    what: 'what is in one state',
    persona: 'director',
    query: `{ cases(first: 20, filter: { status: ADMITTED }) { ${listed} } }`,
  },
  { what: 'how many there are, counted up to 1,001', persona: 'director', query: '{ cases(first: 1) { totalCount } }' },
  {
    what: 'the page of a case',
    persona: 'bureau',
    query: `query Page($id: ID!) { case(id: $id) { caseNo title status deadlines { kind dueOn state } referrals { kind }
      contacts { channel } respondents { name } timeline(first: 20) { edges { node { type at } } } } }`,
    variables: { id: caseId },
  },
  { what: 'overview of the director', persona: 'director', query: documents.overview, variables: { area: '990100' } },
  {
    what: 'search',
    persona: 'bureau',
    query: '{ searchCases(text: "工资", first: 20) { edges { node { id title } } } }',
    needs: 'searchCases(',
  },
];

import { beforeAll, describe, expect, it } from '@jest/globals';
import { as, queriesIn, schemaOfGraph, story, unitCode, type Operation, type Told } from '../kit/index.ts';

/** Who may ask at a way into the graph, and what keeps the answer. */
type Keeper = 'EVERYBODY' | 'STAFF' | 'WHO SEES THE CASE' | 'ONESELF';

/** A new way into the graph fails here until somebody has thought about who may see what it answers. */
const ways: Readonly<Record<string, Keeper>> = {
  anonymousSuggestion: 'EVERYBODY',
  accusationIntake: 'WHO SEES THE CASE',
  area: 'EVERYBODY',
  areas: 'EVERYBODY',
  auditAnchors: 'STAFF',
  campaigns: 'STAFF',
  careRequests: 'ONESELF',
  case: 'WHO SEES THE CASE',
  caseByTracking: 'WHO SEES THE CASE',
  cases: 'WHO SEES THE CASE',
  competentOrganizations: 'EVERYBODY',
  deadlines: 'WHO SEES THE CASE',
  dueSimulator: 'EVERYBODY',
  identityAccessAudit: 'WHO SEES THE CASE',
  indicatorDefinitions: 'EVERYBODY',
  innovationProject: 'STAFF',
  innovationProjects: 'STAFF',
  issueTypes: 'EVERYBODY',
  me: 'ONESELF',
  myWorklist: 'WHO SEES THE CASE',
  organization: 'EVERYBODY',
  organizations: 'EVERYBODY',
  overdueCareRequests: 'STAFF',
  practices: 'STAFF',
  projectEffect: 'STAFF',
  rateLimit: 'EVERYBODY',
  scoreEntry: 'STAFF',
  scoreReplay: 'STAFF',
  scoreSimulator: 'EVERYBODY',
  scoringRuleSet: 'EVERYBODY',
  scoringRuleSets: 'EVERYBODY',
  serviceWindows: 'EVERYBODY',
  staffList: 'STAFF',
  staffSuggestions: 'STAFF',
  supportRatings: 'STAFF',
  supportRequests: 'STAFF',
  taskForces: 'STAFF',
  unitScores: 'STAFF',
  verifyChain: 'WHO SEES THE CASE',
  verifyReceipt: 'EVERYBODY',
  warning: 'STAFF',
  warnings: 'STAFF',
  wellbeing: 'STAFF',
  workCalendar: 'EVERYBODY',
};

const keptFor = (keeper: Keeper): readonly string[] => Object.keys(ways).filter((way) => ways[way] === keeper);

/** The same personas in the next county, and one of the same county in another department. */
const strangers = [
  ['clerk', '990103-LETT'],
  ['bureau', '990103-LETT'],
  ['chief', '990103-LETT'],
  ['handler', '990103-HRSS'],
  ['leader', '990103-HRSS'],
  ['handler', '990102-NRES'],
  ['leader', '990102-NRES'],
] as const;

const caseIn = 'id caseNo';
const documents = [
  `query ($id: ID!) { case(id: $id) { ${caseIn} } }`,
  `query ($caseNo: ID!) { case(caseNo: $caseNo) { ${caseIn} } }`,
  `query ($caseNo: ID!) { caseByTracking(caseNo: $caseNo) { caseNo } }`,
  `query ($id: ID!) { verifyChain(caseId: $id) { __typename } }`,
  '{ accusationIntake(first: 100) { edges { node { caseId } } } }',
  '{ identityAccessAudit(first: 100) { edges { node { caseId } } } }',
  `{ cases(first: 100) { edges { node { ${caseIn} } } } }`,
  `query ($unit: ID!) { cases(first: 100, filter: { responsibleOrganizationId: $unit }) { edges { node { ${caseIn} } } } }`,
  `{ cases(first: 100, filter: { areaCode: "990102001" }) { totalCount edges { node { ${caseIn} } } } }`,
  `{ deadlines(first: 100) { edges { node { case { ${caseIn} } } } } }`,
  `query ($unit: ID!) { deadlines(first: 100, filter: { organizationId: $unit }) { edges { node { case { ${caseIn} } } } } }`,
  `{ myWorklist(first: 100) { edges { node { ${caseIn} } } } }`,
  `{ organization(code: "${unitCode}") { staff(first: 100) { edges { node { assignedCases(first: 100) { edges { node { ${caseIn} } } } } } } } }`,
];

let told: Told;
let unit: string;
let queries: readonly Operation[];

beforeAll(async () => {
  told = await story.inHandling();
  unit = await story.unitId();
  queries = queriesIn(await schemaOfGraph());
});

const variablesFor = (document: string) => ({
  ...(document.includes('$id') && { id: told.caseId }),
  ...(document.includes('$caseNo') && { caseNo: told.caseNo }),
  ...(document.includes('$unit') && { unit }),
});

describe('every way into the graph', () => {
  it('is one that somebody has thought about', () => {
    expect(queries.map(({ name }) => name).toSorted()).toEqual(Object.keys(ways).toSorted());
  });

  it('that leads to a case is tried below', () => {
    const untried = keptFor('WHO SEES THE CASE').filter((way) => !documents.some((one) => one.includes(`${way}(`)));
    expect(untried).toEqual([]);
  });

  it.each(['handler', 'leader', 'bureau', 'chief'])('leads the %s, who works on it, to the case', async (persona) => {
    const answers = await Promise.all(documents.map((document) => as(persona).ask(document, variablesFor(document))));
    expect(answers.filter(({ data }) => JSON.stringify(data).includes(told.caseNo)).length).toBeGreaterThanOrEqual(3);
  });

  it.each(strangers)('leads the %s of %s past it', async (persona, organization) => {
    for (const document of documents) {
      const { data } = await as(persona, { organization }).ask(document, variablesFor(document));
      expect(JSON.stringify(data)).not.toContain(told.caseNo);
      expect(JSON.stringify(data)).not.toContain(told.caseId);
    }
  });

  it('is closed to who has not logged in, but for what everybody may know', async () => {
    const open: string[] = [];
    for (const { name, document, least, variants } of queries) {
      const [, oneMore = least('990102')] = variants('990102');
      const { errors } = await as(null).ask(document, oneMore);
      if (errors.every(({ extensions }) => extensions.code !== 'UNAUTHENTICATED')) open.push(name);
    }
    expect(open.toSorted()).toEqual(keptFor('EVERYBODY').toSorted());
  });
});

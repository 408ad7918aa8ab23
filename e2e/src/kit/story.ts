import type { Variables } from './answer.ts';
import type { Person } from './person.ts';
import type { StackClock } from './clock.ts';

/** A case as the people around it know it. */
export type Told = Readonly<{ caseId: string; caseNo: string; trackingCode: string; claimId: string; partyId: string }>;

/** Who and what the chapters of a petition need. */
export type Cast = Readonly<{
  as: (persona: string) => Person;
  aPetition: (overrides?: Variables) => Variables;
  clock: Pick<StackClock, 'inDays'>;
}>;

/** The unit that answers for wages in the county of most personas. */
export const unitCode = '990102-HRSS';

export const handedOver = { method: 'DIRECT', proofReference: '送达回证 1' };

/** Chapters of an ordinary petition, each told from the one before it, for journeys that begin in the middle. */
export function storyOf({ as, aPetition, clock }: Cast) {
  const chapters = {
    registered: async (overrides: Variables = {}): Promise<Told> => {
      const { case: opened, trackingCode } = await as('clerk').does<Opened>(
        'openCase',
        aPetition(overrides),
        'case { id caseNo claims { id } parties { id } } trackingCode',
      );
      const { id: caseId, caseNo, claims, parties } = opened;
      return { caseId, caseNo, trackingCode, claimId: firstId(claims), partyId: firstId(parties) };
    },
    referred: async (overrides: Variables = {}): Promise<Told> => {
      const told = await chapters.registered(overrides);
      await as('bureau').does('referCase', { caseId: told.caseId, toOrganizationId: await chapters.unitId() });
      return told;
    },
    admitted: async (): Promise<Told> => {
      const told = await chapters.referred();
      await as('handler').does('decideAdmission', { caseId: told.caseId, decision: 'ADMIT' });
      return told;
    },
    inHandling: async (): Promise<Told> => {
      const told = await chapters.admitted();
      const { caseId } = told;
      await as('handler').does('deliverNotice', { caseId, ...handedOver });
      await as('leader').does('assignHandler', { caseId, handlerId: await chapters.idOf('handler') });
      return told;
    },
    drafted: async (outcome = 'SUPPORTED'): Promise<Told> => {
      const told = await chapters.inHandling();
      await as('handler').does('recordPetitionerHeard', { caseId: told.caseId, ...heardInPerson });
      await as('handler').does('draftOpinion', { caseId: told.caseId, ...anOpinion(told.claimId, outcome) });
      return told;
    },
    /** Signed and delivered, with one thing promised that is still to be done. */
    executing: async (obligorCode = unitCode): Promise<Told & Readonly<{ executionItemId: string }>> => {
      const told = await chapters.drafted();
      const executionItemId = await chapters.promised(told, obligorCode);
      await as('leader').does('signOpinion', { caseId: told.caseId });
      await as('handler').does('recordDelivery', { caseId: told.caseId, ...handedOver });
      return { ...told, executionItemId };
    },
    promised: async ({ caseId, claimId }: Told, obligorCode = unitCode): Promise<string> => {
      const { executionItem } = await as('handler').does<Readonly<{ executionItem: Readonly<{ id: string }> }>>(
        'addExecutionItem',
        {
          caseId,
          claimId,
          obligorOrganizationId: await chapters.unitId(obligorCode),
          content: '督促企业付清三个月工资',
          amountFen: '1860000',
          dueOn: clock.inDays(20),
        },
        'executionItem { id }',
      );
      return executionItem.id;
    },
    unitId: (code = unitCode): Promise<string> => organizationId(as('clerk'), code),
    idOf: async (persona: string): Promise<string> => {
      const { me } = await as(persona).sees<Readonly<{ me: Readonly<{ id: string }> }>>('{ me { id } }');
      return me.id;
    },
  };
  return chapters;
}

type Opened = Readonly<{
  case: Readonly<{ id: string; caseNo: string; claims: Ids; parties: Ids }>;
  trackingCode: string;
}>;
type Ids = readonly Readonly<{ id: string }>[];

const firstId = ([first]: Ids): string => first?.id ?? '';

async function organizationId(asker: Person, code: string): Promise<string> {
  const document = 'query ($code: ID!) { organization(code: $code) { id } }';
  const { organization } = await asker.sees<Readonly<{ organization: Readonly<{ id: string }> }>>(document, { code });
  return organization.id;
}

export const heardInPerson = {
  outcome: 'HEARD',
  mode: 'FACE',
  summary: '信访人陈述：企业自三月起未发工资，有考勤记录。',
  acknowledgementReference: '签字笔录 1',
};

export const anOpinion = (claimId: string, outcome = 'SUPPORTED') => ({
  factsAndReasons: '经查阅考勤和银行流水，企业拖欠三个月工资属实。',
  plainSummary: '您反映的拖欠工资属实，企业应当在限期内付清。',
  rootCause: 'CONTRACT_PERFORMANCE',
  claims: [
    {
      claimId,
      outcome,
      finding: '拖欠属实。',
      legalBasis: [{ law: '《中华人民共和国劳动法》', article: '第五十条' }],
    },
  ],
});

import { newId } from '@onevisit/kernel';
import { aPetition, people, petitionerOf, town } from './builders.ts';
import { monday, type TestService } from './service.ts';

/** A case as a test knows it. */
export type Told = Readonly<{
  id: string;
  caseNo: string;
  trackingCode: string;
  claimIds: readonly string[];
  partyIds: readonly string[];
  executionItemId: string | null;
}>;

const openedSelection = `case { id caseNo claims { id } parties { id } } trackingCode`;

/** Each chapter of an ordinary petition, told from the one before it, half an hour later each. */
export function storyOf(service: TestService) {
  const must = async (...asked: Parameters<TestService['did']>) => {
    const payload = await service.did(...asked);
    if (payload.errors.length > 0) throw new Error(`${asked[1]}: ${payload.errors.map(({ code }) => code).join()}`);
    // Nothing of the case falls due within these hours.
    service.clock.set(new Date(service.clock.now().getTime() + 1_800_000));
    return payload;
  };
  const story = {
    registered: async (overrides: Readonly<Record<string, unknown>> = {}, clerk = people.clerk): Promise<Told> => {
      service.clock.set(monday);
      const opened = await must(clerk, 'openCase', aPetition(overrides), openedSelection);
      const { id, caseNo, claims, parties } = opened['case'] as Opened;
      const trackingCode = opened['trackingCode'] as string;
      return {
        id,
        caseNo,
        trackingCode,
        claimIds: claims.map(idOf),
        partyIds: parties.map(idOf),
        executionItemId: null,
      };
    },
    referred: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.registered(overrides);
      await must(people.bureau, 'referCase', { ...key(), caseId: told.id, toOrganizationId: town.department.id });
      return told;
    },
    admitted: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.referred(overrides);
      await must(people.handler, 'decideAdmission', { ...key(), caseId: told.id, decision: 'ADMIT' });
      return told;
    },
    notified: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.admitted(overrides);
      await must(people.handler, 'deliverNotice', { ...key(), caseId: told.id, ...handedOver });
      return told;
    },
    inHandling: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.notified(overrides);
      await must(people.leader, 'assignHandler', { ...key(), caseId: told.id, handlerId: people.handler.id });
      return told;
    },
    heard: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.inHandling(overrides);
      await must(people.handler, 'recordPetitionerHeard', { ...key(), caseId: told.id, ...heardInPerson });
      return told;
    },
    drafted: async (outcome = 'SUPPORTED', overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.heard(overrides);
      await must(people.handler, 'draftOpinion', { ...key(), caseId: told.id, ...anOpinion(told.claimIds, outcome) });
      return told;
    },
    promised: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> => {
      const told = await story.drafted();
      const added = await must(
        people.handler,
        'addExecutionItem',
        { ...key(), caseId: told.id, ...aPromise(told.claimIds[0]), ...overrides },
        'executionItem { id }',
      );
      return { ...told, executionItemId: (added['executionItem'] as { id: string }).id };
    },
    signed: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> =>
      story.signedBy(await story.promised(overrides)),
    /** Without anything to execute. */
    signedUnsupported: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> =>
      story.signedBy(await story.drafted('NOT_SUPPORTED', overrides)),
    signedBy: async (told: Told): Promise<Told> => {
      await must(people.leader, 'signOpinion', { ...key(), caseId: told.id });
      return told;
    },
    delivered: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> =>
      story.deliveredBy(await story.signedUnsupported(overrides)),
    executing: async (overrides: Readonly<Record<string, unknown>> = {}): Promise<Told> =>
      story.deliveredBy(await story.signed(overrides)),
    deliveredBy: async (told: Told): Promise<Told> => {
      await must(people.handler, 'recordDelivery', { ...key(), caseId: told.id, ...handedOver });
      return told;
    },
    reported: async (): Promise<Told> => {
      const told = await story.executing();
      const { executionItemId } = told;
      await must(people.handler, 'reportExecution', { ...key(), executionItemId, evidence: '转账凭证 1' });
      return told;
    },
    verified: async (): Promise<Told> => {
      const told = await story.reported();
      const { executionItemId } = told;
      const looked = { isDone: true, finding: '已核对银行回单' };
      await must(people.supervisor, 'verifyExecution', { ...key(), executionItemId, ...looked });
      return told;
    },
    confirmed: async (): Promise<Told> => {
      const told = await story.verified();
      const { executionItemId } = told;
      await must(petitionerOf(told.id), 'confirmExecution', { ...key(), executionItemId, isDone: true });
      return told;
    },
    /** A day and more after the last word with staff. */
    rested: async (): Promise<Told> => {
      const told = await story.confirmed();
      await service.at(new Date(service.clock.now().getTime() + 86_400_000));
      return told;
    },
    accepted: async (): Promise<Told> => {
      const told = await story.rested();
      await must(petitionerOf(told.id), 'confirmResult', { ...key(), caseId: told.id });
      return told;
    },
  };
  return story;
}

const key = () => ({ idempotencyKey: newId() });
const idOf = ({ id }: Readonly<{ id: string }>): string => id;

type Opened = Readonly<{
  id: string;
  caseNo: string;
  claims: readonly Readonly<{ id: string }>[];
  parties: readonly Readonly<{ id: string }>[];
}>;

export const handedOver = { method: 'DIRECT', proofReference: '送达回证 1' };

export const heardInPerson = {
  outcome: 'HEARD',
  mode: 'FACE',
  summary: '信访人陈述了欠薪经过。',
  acknowledgementReference: '笔录 1',
};

export const anOpinion = (claimIds: readonly string[], outcome = 'SUPPORTED') => ({
  factsAndReasons: '经查，某企业拖欠工资属实。',
  plainSummary: '您反映的欠薪情况属实。',
  rootCause: 'LAW_ENFORCEMENT',
  claims: claimIds.map((claimId) => ({
    claimId,
    outcome,
    finding: '拖欠三个月工资属实。',
    legalBasis: [{ law: '保障农民工工资支付条例', article: '第三条', quote: '农民工有按时足额获得工资的权利。' }],
  })),
});

export const aPromise = (claimId: string | undefined) => ({
  claimId,
  obligorOrganizationId: town.department.id,
  content: '督促企业付清所欠工资',
  amountFen: '1800000',
  dueOn: '2026-04-20',
});

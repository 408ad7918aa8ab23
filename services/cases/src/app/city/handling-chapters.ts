import type { HandlingStep, PlannedExecution } from '@onevisit/city';
import { fail, seededId } from '@onevisit/kernel';
import { seal, sealJson } from '@onevisit/vault';
import type { CaseFile } from '../../domain/case-file.ts';
import { opinionDelivered } from '../../domain/delivery.ts';
import { executionItemAdded } from '../../domain/execution-item.ts';
import { handlerAssigned, petitionerHeard } from '../../domain/handling.ts';
import { opinionDrafted, opinionSigned, type Draft } from '../../domain/opinion.ts';
import { opinionRefusal } from '../../domain/opinion-request.ts';
import type { Chapter } from '../../domain/replay.ts';
import { staffChapter, type Teller, type Telling } from './teller.ts';

type StepOf<Kind extends HandlingStep['kind']> = Extract<HandlingStep, { kind: Kind }>;

const assignment = (teller: Teller, step: StepOf<'HANDLER_ASSIGNED'>): Chapter =>
  staffChapter(teller, 'assignHandler', step, (file, act) =>
    handlerAssigned(file, { handler: teller.directory.somebody(step.handler).member, reason: null }, act),
  );

const hearing = (teller: Teller, step: StepOf<'HEARD'>): Chapter =>
  staffChapter(teller, 'recordPetitionerHeard', step, (file, act) => {
    const id = act.newId();
    const { outcome, mode, heardAt: at, summary, acknowledgementReference, recordingReference } = step;
    const cell = { column: 'petitioner_heard.summary_sealed', rowId: id } as const;
    const summarySealed = summary === null ? null : seal(teller.key, cell, summary);
    return petitionerHeard(
      file,
      { id, outcome, mode, at, summarySealed, acknowledgementReference, recordingReference },
      act,
    );
  });

const drafting = (teller: Teller, step: StepOf<'OPINION_DRAFTED'>): Chapter =>
  staffChapter(teller, 'draftOpinion', step, (file, act) => {
    const claims = step.claims.map((claim) => ({ ...claim, claimId: claimIdOf(file, claim.claim) }));
    const refusal = opinionRefusal({ ...step, claims, remedyNotice: { how: step.remedyHow } });
    return refusal ? fail(refusal) : opinionDrafted(file, sealedDraft(teller, act.newId(), { ...step, claims }), act);
  });

type Worded = Omit<StepOf<'OPINION_DRAFTED'>, 'claims'> &
  Readonly<{ claims: readonly (StepOf<'OPINION_DRAFTED'>['claims'][number] & Readonly<{ claimId: string }>)[] }>;

const sealedDraft = ({ key, directory }: Teller, id: string, worded: Worded): Draft => ({
  id,
  factsAndReasonsSealed: seal(
    key,
    { column: 'handling_opinions.facts_and_reasons_sealed', rowId: id },
    worded.factsAndReasons,
  ),
  plainSummary: worded.plainSummary,
  rootCause: worded.rootCause,
  claims: worded.claims.map(({ claimId, outcome, finding, legalBasis }) => ({
    claimId,
    outcome,
    findingSealed: seal(key, { column: 'handling_opinions.claims', rowId: `${id}/${claimId}` }, finding),
    legalBasis,
  })),
  reviewBodyIds: worded.reviewBodyCodes.map((code) => directory.organization(code).id),
  remedyHow: worded.remedyHow,
});

const promise = (teller: Teller, step: StepOf<'OPINION_DRAFTED'>, planned: PlannedExecution): Chapter =>
  staffChapter(teller, 'addExecutionItem', { ...step, kind: 'EXECUTION_ITEM_ADDED' }, (file, act) => {
    // Later steps name a promise by its place.
    if (planned.item !== file.executionItems.length + 1) return fail('OUT_OF_ORDER');
    const { claim, obligorCode, content, amountFen, dueOn } = planned;
    const obligor = teller.directory.organization(obligorCode);
    return executionItemAdded(file, { claimId: claimIdOf(file, claim), obligor, content, amountFen, dueOn }, act);
  });

const signing = (teller: Teller, step: StepOf<'OPINION_SIGNED'>): Chapter =>
  staffChapter(teller, 'signOpinion', step, (file, act) =>
    opinionSigned(file, { docNo: teller.number('OPINION', act.at), reason: null }, act),
  );

const delivery = (teller: Teller, step: StepOf<'DELIVERED'>): Chapter =>
  staffChapter(teller, 'recordDelivery', step, (file, act) => {
    const id = act.newId();
    const { method, proofReference, deliveredAt, receivedAt } = step;
    const witnesses = step.witnesses.map(({ name, organizationCode }) => ({
      name,
      organizationId: seededId('organization', organizationCode),
    }));
    const cell = { column: 'deliveries.witnesses_sealed', rowId: id } as const;
    return opinionDelivered(
      file,
      {
        id,
        method,
        proofReference,
        witnessesSealed: witnesses.length === 0 ? null : sealJson(teller.key, cell, witnesses),
        witnessOrganizationIds: witnesses.map(({ organizationId }) => organizationId),
        secondPersonId: null,
        deliveredAt,
        receivedAt,
        reason: null,
      },
      act,
    );
  });

// An ordinal that no claim has is the id of none, and refused as such.
const claimIdOf = (file: CaseFile, ordinal: number): string => file.claims[ordinal - 1]?.id ?? '';

/** 办理与答复. */
export const handling: Telling<HandlingStep> = {
  HANDLER_ASSIGNED: (teller, step) => [assignment(teller, step)],
  HEARD: (teller, step) => [hearing(teller, step)],
  OPINION_DRAFTED: (teller, step) => [
    drafting(teller, step),
    ...step.executionItems.map((item) => promise(teller, step, item)),
  ],
  OPINION_SIGNED: (teller, step) => [signing(teller, step)],
  DELIVERED: (teller, step) => [delivery(teller, step)],
};

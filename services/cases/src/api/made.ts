import { caseWithin } from '../app/case/find-case.ts';
import { opinionOf } from '../app/case/parts-of-case.ts';
import { inCase } from '../domain/in-case.ts';
import type { MadeInCase } from '../app/case/case-command.ts';
import type { ServiceOperation } from '../app/operation.ts';

/** What the payloads of verbs on a case read again, each as the viewer may see it. */
export const caseMade = async (operation: ServiceOperation, { caseId }: MadeInCase) => ({
  case: await caseWithin(operation, { id: caseId }),
});

export async function opinionMade(operation: ServiceOperation, made: MadeInCase) {
  const { case: subject } = await caseMade(operation, made);
  return { case: subject, opinion: subject && (await opinionOf(operation, subject)) };
}

export const referralMade = async (operation: ServiceOperation, made: MadeInCase) => ({
  ...(await caseMade(operation, made)),
  referral: await oneOf(made['referralId'], operation.load.referrals.byId),
});

export async function objectionMade(operation: ServiceOperation, made: MadeInCase) {
  const { case: subject } = await caseMade(operation, made);
  const objection = await oneOf(made['objectionId'], operation.load.objections.byId);
  return { case: subject, objection: subject && objection && inCase(subject, objection) };
}

export async function contestMade(operation: ServiceOperation, made: MadeInCase) {
  const { case: subject } = await caseMade(operation, made);
  const contests = subject ? await operation.load.contests.load(subject.id) : [];
  const contest = contests.find(({ id }) => id === made['contestId']);
  return { case: subject, contest: subject && contest ? inCase(subject, contest) : null };
}

export const deliveryMade = async (operation: ServiceOperation, made: MadeInCase) => ({
  ...(await caseMade(operation, made)),
  delivery: await oneOf(made['deliveryId'], operation.load.deliveries.byId),
});

export const executionItemMade = async (operation: ServiceOperation, made: MadeInCase) => ({
  ...(await caseMade(operation, made)),
  executionItem: await oneOf(made['executionItemId'], operation.load.executionItems.byId),
});

export async function confirmationMade(operation: ServiceOperation, made: MadeInCase) {
  const confirmations = await operation.load.confirmations.load(made.caseId);
  return {
    ...(await caseMade(operation, made)),
    confirmation: confirmations.find(({ id }) => id === made['confirmationId']) ?? null,
  };
}

const oneOf = async <Row>(
  id: string | null | undefined,
  loader: Readonly<{ load: (id: string) => Promise<Row | null> }>,
): Promise<Row | null> => (id ? loader.load(id) : null);

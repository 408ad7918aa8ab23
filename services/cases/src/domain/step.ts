import type { DeadlineKind } from '@onevisit/calendar';
import type { Case } from './case.ts';
import type { Act, CaseFact, CaseFactType, CaseFile, Step, Visibility } from './case-file.ts';
import { isOwed, isPending, isRunning, met, superseded, type Deadline } from './deadline.ts';
import { transitionOf, type Verb } from './transition.ts';

/** The file after the verb's row of the table, with whatever else the step changes on the case itself. */
export const moved = (file: CaseFile, verb: Verb, changes: Partial<Case> = {}): CaseFile => ({
  ...file,
  case: { ...file.case, ...changes, status: transitionOf(verb).to ?? file.case.status },
});

/** A step that is ready to be written: what the case says of its terms is brought in line with the terms. */
export const taken = (file: CaseFile, ...facts: readonly CaseFact[]): Step => ({ file: inLine(file), facts });

/** Adds terms. */
export const withDeadlines = (file: CaseFile, ...added: readonly Deadline[]): CaseFile => ({
  ...file,
  deadlines: [...file.deadlines, ...added],
});

/** Marks what is owed under these kinds as done. */
export const meeting = (file: CaseFile, at: Date, ...kinds: readonly DeadlineKind[]): CaseFile =>
  changing(file, (deadline) => (kinds.includes(deadline.kind) && isPending(deadline) ? met(deadline, at) : deadline));

/** Takes running terms of these kinds out of force; they stay in the record. */
export const superseding = (file: CaseFile, ...kinds: readonly DeadlineKind[]): CaseFile =>
  changing(file, (deadline) =>
    kinds.includes(deadline.kind) && isRunning(deadline) ? superseded(deadline) : deadline,
  );

/** Replaces terms one by one. */
export const changing = (file: CaseFile, change: (deadline: Deadline) => Deadline): CaseFile => ({
  ...file,
  deadlines: file.deadlines.map(change),
});

/** What is told of a step; `reason` is free text and is kept apart, sealed. */
export const fact = (
  act: Act,
  type: CaseFactType,
  visibility: Visibility,
  said: Readonly<{ payload?: CaseFact['payload']; reason?: string | null | undefined }> = {},
): CaseFact => ({
  type,
  at: act.at,
  actorStaffId: act.staffId,
  actorOrganizationId: act.organizationId,
  visibility,
  reason: said.reason ?? null,
  payload: said.payload ?? {},
});

/** Scopes that the case gains by being with these organizations; none is ever lost. */
export const withScopes = (file: CaseFile, scopes: readonly string[]): CaseFile => ({
  ...file,
  scopes: [...new Set([...file.scopes, ...scopes])],
});

function inLine(file: CaseFile): CaseFile {
  const owed = file.case.status === 'CONCLUDED' ? [] : file.deadlines.filter(isPending).filter(isOwed);
  const ends = owed.filter(isRunning).map(({ dueAt }) => dueAt.getTime());
  return {
    ...file,
    case: {
      ...file.case,
      nextDueAt: owed.filter(isRunning).find(({ dueAt }) => dueAt.getTime() === Math.min(...ends))?.dueAt ?? null,
      isOverdue: owed.some(({ state }) => state === 'BREACHED'),
    },
  };
}

import { localDate, ruleFor } from '@onevisit/calendar';
import type { Act, CaseFact, CaseFile, FailureSeverity, ServiceFailure, TimeFailure } from './case-file.ts';
import { isNormOnly, lapsed, type Deadline } from './deadline.ts';
import { changing, fact } from './step.ts';

/** 严重程度 of the pure facts of time. */
const severities: Readonly<Record<TimeFailure, FailureSeverity>> = {
  LATE_TRANSFER: 'MINOR',
  LATE_ADMISSION_NOTICE: 'MINOR',
  LATE_REPLY: 'MINOR',
  REPLY_NOT_DELIVERED: 'MINOR',
  NOT_EXECUTED: 'MAJOR',
};

const isCaseFailure = (kind: string): kind is TimeFailure => kind in severities;

export type Breach = Readonly<{ file: CaseFile; facts: readonly CaseFact[] }>;

/** 逾期: the term ran out and stands in the record against the organization that owed it. */
export function breached(file: CaseFile, deadline: Deadline, act: Act): Breach {
  const over = changing(file, (other) => (other.id === deadline.id ? lapsed(other) : other));
  return { file: withFailure(over, deadline, act), facts: breachFacts(deadline, act) };
}

const breachFacts = (deadline: Deadline, act: Act): readonly CaseFact[] =>
  isNormOnly(deadline)
    ? []
    : [
        fact(act, 'DeadlineBreached', 'PETITIONER', {
          payload: {
            deadlineId: deadline.id,
            kind: deadline.kind,
            organizationId: deadline.responsibleOrganizationId,
          },
        }),
      ];

function withFailure(file: CaseFile, deadline: Deadline, act: Act): CaseFile {
  const { failureKind } = ruleFor(deadline.kind, localDate(deadline.startedAt));
  const organizationId = deadline.responsibleOrganizationId;
  if (!failureKind || !isCaseFailure(failureKind) || organizationId === null) return file;

  const failure: ServiceFailure = {
    id: act.newId(),
    caseId: file.case.id,
    kind: failureKind,
    severity: severities[failureKind],
    organizationId,
    deadlineId: deadline.id,
    occurredAt: deadline.dueAt,
    detectedBy: 'SYSTEM',
    state: 'CONFIRMED',
  };
  return { ...file, failures: [...file.failures, failure] };
}

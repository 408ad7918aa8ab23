import { describe, expect, it } from '@jest/globals';
import type { CaseFactType } from './case-file.ts';
import { statusFaults } from './replay-status.ts';
import type { CaseStatus } from './case.ts';

const faults = (types: readonly CaseFactType[], status: CaseStatus, payload = {}): readonly string[] =>
  statusFaults(
    types.map((type, at) => ({ seq: at + 1, type, payload })),
    { status },
  );

const delivered: readonly CaseFactType[] = [
  'CaseRegistered',
  'CaseReferred',
  'DeadlineBreached',
  'CaseDeemedAdmitted',
  'HandlerAssigned',
  'PetitionerHeard',
  'OpinionDrafted',
  'OpinionSigned',
  'OpinionDelivered',
];

describe('statusFaults', () => {
  it('follows the events to the status of the case', () => {
    expect(faults(['CaseRegistered'], 'REGISTERED')).toEqual([]);
    expect(faults(delivered, 'DELIVERED')).toEqual([]);
    expect(faults([...delivered, 'CaseConcluded'], 'CONCLUDED')).toEqual([]);
  });

  it('finds a case in execution again when what was verified is disputed', () => {
    const completed: readonly CaseFactType[] = [
      ...delivered,
      'ExecutionStarted',
      'ExecutionVerified',
      'ExecutionCompleted',
    ];
    expect(faults([...completed, 'ExecutionDisputed'], 'EXECUTING')).toEqual([]);
    expect(faults([...completed, 'ExecutionDisputed'], 'DELIVERED')).toEqual([
      'the events lead to EXECUTING, the case is DELIVERED',
    ]);
  });

  it('lets an acceptance end what is still in execution, and a window only what is delivered', () => {
    const executing: readonly CaseFactType[] = [...delivered, 'ExecutionStarted', 'CaseConcluded'];
    expect(faults(executing, 'CONCLUDED', { conclusionKind: 'PETITIONER_CONFIRMED' })).toEqual([]);
    expect(faults(executing, 'CONCLUDED', { conclusionKind: 'REVIEW_WINDOW_LAPSED' })).toEqual([
      'event 11, CaseConcluded, cannot follow EXECUTING',
    ]);
  });

  it('names the first event that cannot be', () => {
    expect(faults(['CaseRegistered', 'OpinionSigned'], 'REPLIED')).toEqual([
      'event 2, OpinionSigned, cannot follow REGISTERED',
    ]);
    expect(faults(['CaseReferred'], 'REFERRED')).toEqual(['event 1, CaseReferred, cannot follow nothing']);
    expect(faults(['CaseRegistered', 'CaseRegistered'], 'REGISTERED')).toEqual([
      'event 2, CaseRegistered, cannot follow REGISTERED',
    ]);
  });

  it('misses a beginning', () => {
    expect(faults([], 'REGISTERED')).toEqual(['the events lead to nothing, the case is REGISTERED']);
  });
});

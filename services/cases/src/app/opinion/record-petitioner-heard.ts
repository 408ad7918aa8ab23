import { fail, ok } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import type { HeardMode, HeardOutcome } from '../../domain/case-file.ts';
import { petitionerHeard } from '../../domain/handling.ts';
import { filled, isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  outcome: HeardOutcome;
  mode: HeardMode;
  at?: Date | null | undefined;
  summary?: string | null | undefined;
  acknowledgementReference?: string | null | undefined;
  recordingReference?: string | null | undefined;
}>;

const longestSummary = 5_000;
const longestReference = 200;

/** 听取陈述, or an attempt at it. */
export const recordPetitionerHeard = caseCommand(
  'recordPetitionerHeard',
  'heard:record',
  async (tx, { file, act }, request: Request) => {
    const id = tx.newId();
    const summary = filled(request.summary);
    const references = {
      acknowledgementReference: filled(request.acknowledgementReference),
      recordingReference: filled(request.recordingReference),
    };
    const cell = { column: 'petitioner_heard.summary_sealed', rowId: id } as const;
    const summarySealed = summary === null ? null : seal(await tx.keys.of(file.case.id), cell, summary);
    const { outcome, mode } = request;
    const heard = { id, outcome, mode, at: request.at ?? act.at, summarySealed, ...references };
    const step = petitionerHeard(file, heard, act);
    if (!step.ok) return step;
    if (summary !== null && !isFilled(summary, longestSummary)) return fail('SUMMARY_NOT_VALID');
    const isTooLong = Object.values(references).some((text) => text !== null && !isFilled(text, longestReference));
    return isTooLong ? fail('REFERENCE_NOT_VALID') : ok({ step: step.value });
  },
);

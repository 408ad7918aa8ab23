import { fail, ok, type Result } from '@onevisit/kernel';
import { longestText } from './innovation-project.ts';

/** 项目风险: what may go wrong with a trial, and what is done against it. */
export type Risk = Readonly<{
  id: string;
  projectId: string;
  description: string;
  /** 防范措施. */
  measure: string;
  notedById: string;
  notedAt: Date;
  /** 处置结果: what became of it; null while it is there. */
  outcome: string | null;
  closedAt: Date | null;
  version: number;
}>;

const mostOpenRisks = 30;

type Noted = Omit<Risk, 'outcome' | 'closedAt' | 'version'>;

/** Notes a risk beside so many others that are still there. */
export function noted(
  risk: Noted,
  others: number,
): Result<Risk, 'DESCRIPTION_EMPTY' | 'MEASURE_EMPTY' | 'TEXT_TOO_LONG' | 'TOO_MANY'> {
  if (risk.description.trim() === '') return fail('DESCRIPTION_EMPTY');
  if (risk.measure.trim() === '') return fail('MEASURE_EMPTY');
  if (Math.max(risk.description.length, risk.measure.length) > longestText) return fail('TEXT_TOO_LONG');
  if (others >= mostOpenRisks) return fail('TOO_MANY');
  return ok({ ...risk, outcome: null, closedAt: null, version: 1 });
}

/** Says what became of a risk. */
export function closed(
  risk: Risk,
  outcome: string,
  at: Date,
): Result<Risk, 'ALREADY_CLOSED' | 'OUTCOME_EMPTY' | 'TEXT_TOO_LONG'> {
  if (risk.closedAt !== null) return fail('ALREADY_CLOSED');
  if (outcome.trim() === '') return fail('OUTCOME_EMPTY');
  if (outcome.length > longestText) return fail('TEXT_TOO_LONG');
  return ok({ ...risk, outcome, closedAt: at });
}

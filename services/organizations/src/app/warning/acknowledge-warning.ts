import { command } from '@onevisit/kernel';
import { acknowledged } from '../../domain/warning-notice.ts';
import { answerWarning } from './answer-warning.ts';

type Request = Readonly<{
  warningId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 签收预警: the head of the unit has taken note. */
export const acknowledgeWarning = command(
  'acknowledgeWarning',
  'warning:answer',
  answerWarning((warning, _request: Request, at) => acknowledged(warning, at)),
);

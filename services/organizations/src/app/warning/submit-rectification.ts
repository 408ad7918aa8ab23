import { command } from '@onevisit/kernel';
import { planned } from '../../domain/warning-notice.ts';
import { answerWarning } from './answer-warning.ts';

type Request = Readonly<{
  warningId: string;
  plan: string;
  rectifyBy: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 报送整改方案: what the unit will put right, and by when. */
export const submitRectification = command(
  'submitRectification',
  'warning:answer',
  answerWarning((warning, { plan, rectifyBy }: Request, at) => planned(warning, { plan, rectifyBy }, at)),
);

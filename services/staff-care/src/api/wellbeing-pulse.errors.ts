import type { Wording } from '@onevisit/subgraph';
import { tokenErrors } from './anonymous-door.errors.ts';
import type { AnswerPulseErrorCode } from './generated.ts';

export const answerPulseErrors: Wording<AnswerPulseErrorCode> = {
  ...tokenErrors,
  ANSWER_OUT_OF_RANGE: { zh: '每题请在1至5中选择。', en: 'Each answer is 1 to 5.', path: ['answers'] },
};

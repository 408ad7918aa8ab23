import { describe, expect, it } from '@jest/globals';
import { fail, ok, publicViewer, type Result } from '@onevisit/kernel';
import { commonRefusals, payload, type Wording } from './index.ts';

type Code = 'STALE_VERSION' | 'TERM_OVER';
const wording: Wording<Code> = {
  STALE_VERSION: commonRefusals.STALE_VERSION,
  TERM_OVER: { zh: '期限已过。', en: 'The term is over.', ruleRef: '《信访工作条例》第三十四条' },
};

const answer = (outcome: Result<{ caseId: string }, Code>, viewer = publicViewer()) =>
  payload({ viewer }, outcome, wording, async ({ caseId }) => ({ case: { id: caseId } }));

describe('payload', () => {
  it('reads again what was made', async () => {
    expect(await answer(ok({ caseId: '1' }))).toEqual({ case: { id: '1' }, errors: [] });
  });

  it('says why not, in Chinese unless asked otherwise, and reads nothing', async () => {
    expect(await answer(fail('STALE_VERSION'))).toEqual({
      errors: [
        {
          code: 'STALE_VERSION',
          message: commonRefusals.STALE_VERSION.zh,
          path: ['input', 'expectedVersion'],
          ruleRef: null,
        },
      ],
    });
  });

  it('says it in English, with the article that it rests on', async () => {
    expect(await answer(fail('TERM_OVER'), publicViewer('en'))).toEqual({
      errors: [
        { code: 'TERM_OVER', message: 'The term is over.', path: ['input'], ruleRef: '《信访工作条例》第三十四条' },
      ],
    });
  });
});

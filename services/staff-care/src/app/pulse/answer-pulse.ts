import { randomUUID } from 'node:crypto';
import { command, fail, ok } from '@onevisit/kernel';
import type { AnonymousToken } from '../../domain/anonymous-token.ts';
import { isPulseAnswer } from '../../domain/pulse.ts';
import { presentMonth } from '../anonymous/present-month.ts';
import { spendToken } from '../anonymous/spend-token.ts';
import type { ServiceTx } from '../operation.ts';

type Answers = Readonly<{ workload: number; safety: number; support: number; respect: number; rest: number }>;

type Request = Readonly<{ token: AnonymousToken; unitGroup: string; answers: Answers; idempotencyKey?: null }>;

/** 匿名回答心理状态问询: only without logging in; the token says which group, and nothing else. */
export const answerPulse = command(
  'answerPulse',
  'anonymous:speak',
  async (tx: ServiceTx, { token, unitGroup, answers }: Request) => {
    const { workload, safety, support, respect, rest } = answers;
    const inOrder = [workload, safety, support, respect, rest];
    if (!inOrder.every(isPulseAnswer)) return fail('ANSWER_OUT_OF_RANGE');
    // The answers of a month that is over are counted already.
    const month = presentMonth(tx.now);
    if (token.month !== month) return fail('TOKEN_NOT_VALID');

    const spent = await spendToken(tx, { purpose: 'PULSE', unitGroup }, token);
    if (!spent.ok) return spent;
    await tx.pulses.addAnswer({ id: randomUUID(), month, unitGroup, answers: inOrder });
    return ok({ month });
  },
);

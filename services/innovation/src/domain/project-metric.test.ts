import { describe, expect, it } from '@jest/globals';
import { aMetric } from '../testing/builders.ts';
import { checkedMetrics } from './project-metric.ts';

describe('checkedMetrics', () => {
  it.each([
    ['none', []],
    ['a share', [aMetric({ target: 1 })]],
    ['a number of days', [aMetric({ indicatorCode: 'K05', target: 18 })]],
    ['a number of points', [aMetric({ indicatorCode: 'K25', target: 4.5 })]],
    ['a baseline of one day', [aMetric({ baselineFrom: '2026-03-31', baselineTo: '2026-03-31' })]],
  ])('takes %s', (_, metrics) => {
    expect(checkedMetrics(metrics)).toEqual({ ok: true, value: metrics });
  });

  it.each([
    ['TOO_MANY', { guardrails: Array.from({ length: 11 }, () => 'K12') }],
    ['INDICATOR_NOT_FOUND', { indicatorCode: 'K28' }],
    ['INDICATOR_NOT_FOUND', { guardrails: ['K00'] }],
    ['INDICATOR_NEVER_TARGETED', { indicatorCode: 'K24' }],
    ['INDICATOR_NEVER_TARGETED', { indicatorCode: 'K27' }],
    ['BASELINE_BACKWARDS', { baselineFrom: '2026-04-01' }],
    ['TARGET_OUT_OF_RANGE', { target: -0.01 }],
    ['TARGET_OUT_OF_RANGE', { target: 1.01 }],
    ['GUARDRAIL_IS_METRIC', { guardrails: ['K12', 'K08'] }],
    ['GUARDRAIL_ONLY_SHOWN', { guardrails: ['K12', 'K27'] }],
  ])('refuses with %s: %j', (reason, wrong) => {
    expect(checkedMetrics([aMetric(), aMetric(wrong)])).toEqual({ ok: false, reason });
  });

  it('refuses more metrics than anybody reads', () => {
    expect(checkedMetrics(Array.from({ length: 11 }, () => aMetric()))).toEqual({ ok: false, reason: 'TOO_MANY' });
  });
});

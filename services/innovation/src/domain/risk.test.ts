import { describe, expect, it } from '@jest/globals';
import { aRisk } from '../testing/builders.ts';
import { closed, noted } from './risk.ts';

const { outcome: _outcome, closedAt: _closedAt, version: _version, ...risk } = aRisk();
const at = new Date('2026-06-01T02:00:00Z');
const long = '字'.repeat(5_001);

describe('noted', () => {
  it('takes what may go wrong and what is done against it', () => {
    expect(noted(risk, 29)).toEqual({ ok: true, value: aRisk() });
  });

  it.each([
    ['DESCRIPTION_EMPTY', { description: ' ' }, 0],
    ['MEASURE_EMPTY', { measure: ' ' }, 0],
    ['TEXT_TOO_LONG', { description: long }, 0],
    ['TEXT_TOO_LONG', { measure: long }, 0],
    ['TOO_MANY', {}, 30],
  ])('refuses with %s', (reason, wrong, others) => {
    expect(noted({ ...risk, ...wrong }, others)).toEqual({ ok: false, reason });
  });
});

describe('closed', () => {
  it('says what became of it, and when', () => {
    expect(closed(aRisk(), '已补齐人手。', at)).toEqual({
      ok: true,
      value: aRisk({ outcome: '已补齐人手。', closedAt: at }),
    });
  });

  it.each([
    ['ALREADY_CLOSED', { closedAt: at }, '有'],
    ['OUTCOME_EMPTY', {}, ' '],
    ['TEXT_TOO_LONG', {}, long],
  ])('refuses with %s', (reason, before, outcome) => {
    expect(closed(aRisk(before), outcome, at)).toEqual({ ok: false, reason });
  });
});

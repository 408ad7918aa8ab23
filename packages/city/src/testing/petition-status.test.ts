import { describe, expect, it } from '@jest/globals';
import type { PetitionStep } from '../history/step.ts';
import { standingAfter } from './petition-status.ts';

const at = new Date('2026-03-02T10:00:00+08:00');
const by = { at, by: '990102-HRSS/2', organizationCode: '990102-HRSS' };
const admitted: PetitionStep = { kind: 'ADMITTED', ...by, legalBasis: '' };
const referred: PetitionStep = {
  kind: 'REFERRED',
  ...by,
  referralKind: 'TRANSFER',
  toCode: '990102-HRSS',
  legalBasis: '',
  reportBackDueOn: null,
};

describe('standingAfter', () => {
  it('follows the steps', () => {
    expect(standingAfter({ code: 'P1', steps: [referred, admitted] }).status).toBe('ADMITTED');
  });

  it('throws at a step that is not allowed', () => {
    const early: PetitionStep = { kind: 'CONCLUDED', at, conclusionKind: 'PETITIONER_CONFIRMED' };

    expect(() => standingAfter({ code: 'P1', steps: [admitted] })).toThrow('P1: ADMITTED');
    expect(() => standingAfter({ code: 'P1', steps: [referred, early] })).toThrow('while REFERRED');
  });
});

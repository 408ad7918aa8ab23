import { describe, expect, it } from '@jest/globals';
import { summarized } from './care-summary.ts';

describe('summarized', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 5],
    [31, 31],
  ])('tells %i open requests as %p', (open, told) => {
    expect(summarized({ open, overdue: 0 })).toEqual({ open: told, overdue: null });
  });

  it('tells overdue requests from 5 on, too', () => {
    expect(summarized({ open: 9, overdue: 4 })).toEqual({ open: 9, overdue: null });
    expect(summarized({ open: 9, overdue: 5 })).toEqual({ open: 9, overdue: 5 });
  });
});

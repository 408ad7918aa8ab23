import { expect, it } from '@jest/globals';
import { reachOfInterval } from './student.ts';

it.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [6, 2.447],
  [10, 2.228],
  [29, 2.045],
  [120, 1.98],
])('reaches, with %d degrees of freedom, as far as the printed table says: %d', (freedom, printed) => {
  expect(reachOfInterval(freedom)).toBeCloseTo(printed, 3);
});

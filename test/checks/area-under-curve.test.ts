import { expect, it } from 'vitest';
import { areaUnderCurve } from '../../bench/support/auth/timing.ts';

it.each([
  ['no time in common', [3, 4, 5], [1, 2], 1],
  ['no time in common, the other way round', [1, 2], [3, 4, 5], 1],
  ['the same times', [1, 2, 3], [1, 2, 3], 0.5],
  ['one time alone', [7, 7], [7, 7, 7], 0.5],
  ['times in turns', [1, 3], [2, 4], 0.75],
  ['half of them slower', [1, 2, 9, 9], [1, 2, 3, 4], 0.625],
])('two kinds of answers with %s are told apart as well as that', (_what, one, other, area) => {
  expect(areaUnderCurve(one, other)).toBeCloseTo(area, 10);
});

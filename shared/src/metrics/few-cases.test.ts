import { expect, it } from 'vitest';
import { isFew, trendOf } from './few-cases.ts';

const cell = (value: number | null, of: number | null) => ({ value, of, folded: false });

it('leaves periods with fewer than five cases out of a trend, but never a count', () => {
  const cells = [cell(1, 3), cell(0.4, 5), cell(null, 0), { value: null, of: null, folded: true }];
  expect(trendOf('override-share', cells)).toEqual([null, 0.4, null, null]);
  expect(trendOf('visits', [cell(3, 3), cell(0, 0)])).toEqual([3, 0]);
  expect(cells.map((each) => isFew('override-share', each))).toEqual([true, false, false, false]);
});

import { expect, it } from 'vitest';
import { ReportNumbers } from './report-numbers.ts';

const cell = (value: number | null) => ({ value, of: 100, folded: false });

it('gives a change in per cent, of a share in points, and of a small count in cases', () => {
  const numbers = new ReportNumbers('en');
  expect(numbers.change(cell(60), cell(48), 'count')).toBe('+25%');
  expect(numbers.change(cell(56), cell(14), 'count')).toBe('+42');
  expect(numbers.change(cell(3), cell(14), 'count')).toBe('-11');
  expect(numbers.change(cell(0.25), cell(0.125), 'share')).toBe('+12.5 pts');
  expect(numbers.change(cell(5), cell(0), 'count')).toBeNull();
});

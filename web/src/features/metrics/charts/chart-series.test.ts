import { describe, expect, it } from 'vitest';
import { labelledPlaces, strokesOf } from './chart-series.ts';

describe('A chart line', () => {
  const x = (place: number) => place * 10;
  const y = (value: number) => 100 - value;

  it('connects values and stops where nothing was measured', () => {
    expect(strokesOf([1, 2, null, 3, 4], x, y).path).toBe('M0.0 99.0L10.0 98.0M30.0 97.0L40.0 96.0');
  });

  it('shows a value between two gaps as a point', () => {
    expect(strokesOf([null, 5, null], x, y)).toEqual({ path: '', points: [{ x: 10, y: 95 }] });
  });
});

it('labels as many positions as there is room for', () => {
  expect(labelledPlaces(30, 300, 60)).toEqual([5, 11, 17, 23, 29]);
  expect(labelledPlaces(3, 300, 60)).toEqual([0, 1, 2]);
});

import { describe, expect, it } from 'vitest';
import { changeOf } from './change.ts';

const cell = (value: number | null, of = 100) => ({ value, of, folded: false });
const folded = { value: null, of: null, folded: true };

describe('The change of a figure', () => {
  it('is a share of the earlier figure, percentage points of a share, or rating marks', () => {
    expect(changeOf('visits', cell(60), cell(48))).toMatchObject({
      direction: 'up',
      size: 0.25,
      in: 'percent',
      meaning: 'neutral',
    });
    expect(changeOf('call-drop-share', cell(0.25), cell(0.125))).toMatchObject({ size: 0.125, in: 'points' });
    expect(changeOf('rating-care', cell(4.5), cell(4.25))).toMatchObject({ size: 0.25, in: 'marks' });
  });

  it('is a number of cases where the earlier count is small', () => {
    expect(changeOf('visits-left', cell(56), cell(14))).toMatchObject({ direction: 'up', size: 42, in: 'cases' });
    expect(changeOf('visits', cell(7), cell(29))).toMatchObject({ direction: 'down', size: 22, in: 'cases' });
    expect(changeOf('visits', cell(60), cell(30))).toMatchObject({ size: 1, in: 'percent' });
    expect(changeOf('wait-median', cell(20), cell(10))).toMatchObject({ size: 1, in: 'percent' });
  });

  it('is better or worse depending on the figure', () => {
    expect(changeOf('wait-median', cell(400), cell(200)).meaning).toBe('worse');
    expect(changeOf('wait-median', cell(200), cell(400)).meaning).toBe('better');
    expect(changeOf('wait-within-target', cell(0.7), cell(0.9)).meaning).toBe('worse');
    expect(changeOf('override-share', cell(0.9), cell(0.1)).meaning).toBe('neutral');
  });

  it('is neutral where it is not significant, or where there are too few cases', () => {
    expect(changeOf('wait-within-target', cell(0.86), cell(0.9)).meaning).toBe('neutral');
    expect(changeOf('wait-within-target', cell(0.86, 4000), cell(0.9, 4000)).meaning).toBe('worse');
    expect(changeOf('wait-within-target', cell(0.1, 29), cell(0.9, 4000)).meaning).toBe('neutral');
    expect(changeOf('visits-left', cell(53, 53), cell(45, 45)).meaning).toBe('neutral');
    expect(changeOf('visits-left', cell(90, 90), cell(45, 45)).meaning).toBe('worse');
  });

  it('is none without a comparison, and same when it is too small', () => {
    expect(changeOf('wait-median', cell(null), cell(200)).direction).toBe('none');
    expect(changeOf('visits', cell(5), cell(0)).direction).toBe('none');
    expect(changeOf('visits', folded, cell(5)).direction).toBe('folded');
    expect(changeOf('wait-median', cell(200.5), cell(200)).direction).toBe('same');
    expect(changeOf('visits', cell(0), cell(0)).direction).toBe('same');
  });
});

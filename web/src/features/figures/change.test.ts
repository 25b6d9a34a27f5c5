import { describe, expect, it } from 'vitest';
import { meaningOf, pointChange, relativeChange } from './change.ts';

describe('a change against a week before', () => {
  it('is a share of the earlier figure', () => {
    expect(relativeChange(90, 75)).toEqual({ direction: 'up', size: 0.2 });
    expect(relativeChange(60, 80)).toEqual({ direction: 'down', size: 0.25 });
    expect(relativeChange(0, 80)).toEqual({ direction: 'down', size: 1 });
  });

  it('is none where there is nothing to compare with', () => {
    expect(relativeChange(5, 0).direction).toBe('none');
    expect(relativeChange(null, 3).direction).toBe('none');
    expect(relativeChange(3, null).direction).toBe('none');
    expect(pointChange(0.1, null).direction).toBe('none');
  });

  it('is called the same when it would show as zero', () => {
    expect(relativeChange(0, 0).direction).toBe('same');
    expect(relativeChange(1000, 1001).direction).toBe('same');
    expect(pointChange(0.0401, 0.04).direction).toBe('same');
  });

  it('of a share is in points', () => {
    const change = pointChange(0.05, 0.03);
    expect(change.direction).toBe('up');
    expect(change.size).toBeCloseTo(0.02);
  });

  it('means better or worse only for figures with a good end', () => {
    expect(meaningOf({ direction: 'up', size: 1 }, true)).toBe('worse');
    expect(meaningOf({ direction: 'down', size: 1 }, true)).toBe('better');
    expect(meaningOf({ direction: 'up', size: 1 }, false)).toBe('neutral');
    expect(meaningOf({ direction: 'none', size: 0 }, true)).toBe('neutral');
  });
});

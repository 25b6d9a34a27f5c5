import { describe, expect, it } from 'vitest';
import { shareOf, targetsOf } from './metrics.policy.ts';

describe('the target times', () => {
  it('are the hospital’s own, or ten minutes', () => {
    const own = { targetWaitSeconds: 300, reviewTargetSeconds: 120 };
    expect(targetsOf(own)).toEqual({ targetWaitSeconds: 300, targetReviewSeconds: 120 });
    for (const settings of [{}, { targetWaitSeconds: 0, reviewTargetSeconds: -1 }, { targetWaitSeconds: '300' }])
      expect(targetsOf(settings)).toEqual({ targetWaitSeconds: 600, targetReviewSeconds: 600 });
  });
});

describe('a share', () => {
  it('is null when the whole is zero', () => {
    expect(shareOf(1, 4)).toBe(0.25);
    expect(shareOf(0, 0)).toBeNull();
  });
});

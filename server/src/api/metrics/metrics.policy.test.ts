import { describe, expect, it } from 'vitest';
import { shareOf, targetsOf, thresholdsOf } from './metrics.policy.ts';

describe('the target times', () => {
  it('are the hospital’s own, or ten minutes', () => {
    const own = { targetWaitSeconds: 300, reviewTargetSeconds: 120 };
    expect(targetsOf(own)).toEqual({ targetWaitSeconds: 300, targetReviewSeconds: 120 });
    for (const settings of [{}, { targetWaitSeconds: 0, reviewTargetSeconds: -1 }, { targetWaitSeconds: '300' }])
      expect(targetsOf(settings)).toEqual({ targetWaitSeconds: 600, targetReviewSeconds: 600 });
  });
});

describe('the thresholds of warnings', () => {
  it('are the hospital’s own; a wait else counts from the target on', () => {
    const own = { waitMinutes: 25, waitingPatients: 4, overdueReviews: 3 };
    expect(thresholdsOf({ thresholds: own })).toEqual({ waitSeconds: 1500, waitingPatients: 4, overdueReviews: 3 });
    const usual = { waitSeconds: 300, waitingPatients: 10, overdueReviews: 1 };
    for (const thresholds of [undefined, { waitMinutes: 0, waitingPatients: '4', overdueReviews: 1.5 }])
      expect(thresholdsOf({ targetWaitSeconds: 300, thresholds })).toEqual(usual);
  });
});

describe('a share', () => {
  it('is null when the whole is zero', () => {
    expect(shareOf(1, 4)).toBe(0.25);
    expect(shareOf(0, 0)).toBeNull();
  });
});

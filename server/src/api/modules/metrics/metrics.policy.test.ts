import { describe, expect, it } from 'vitest';
import { shareOf, targetWaitOf } from './metrics.policy.ts';

describe('the target wait', () => {
  it('is the hospital’s own, or ten minutes', () => {
    expect(targetWaitOf({ targetWaitSeconds: 300 })).toBe(300);
    for (const settings of [{}, { targetWaitSeconds: 0 }, { targetWaitSeconds: '300' }]) {
      expect(targetWaitOf(settings)).toBe(600);
    }
  });
});

describe('a share', () => {
  it('is unknown without a whole', () => {
    expect(shareOf(1, 4)).toBe(0.25);
    expect(shareOf(0, 0)).toBeNull();
  });
});

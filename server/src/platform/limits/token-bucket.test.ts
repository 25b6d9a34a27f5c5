import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

const policy = { burst: 3, perSecond: 2 };

describe('a token bucket', () => {
  it('allows a burst and no more', () => {
    const bucket = new TokenBucket(policy, 0);
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
  });

  it('fills at its rate, also by fractions of a token', () => {
    const bucket = new TokenBucket(policy, 0);
    for (let i = 0; i < 3; i++) bucket.take(0);
    expect(bucket.take(250)).toBe(false);
    expect(bucket.take(500)).toBe(true);
    expect(bucket.take(500)).toBe(false);
  });

  it('never contains more than the burst', () => {
    const bucket = new TokenBucket(policy, 0);
    const taken = Array.from({ length: 5 }, () => bucket.take(3_600_000));
    expect(taken.filter(Boolean)).toHaveLength(3);
  });

  it('gives several at once or none', () => {
    const bucket = new TokenBucket(policy, 0);
    expect([bucket.take(0, 2), bucket.take(0, 2), bucket.take(0, 1)]).toEqual([true, false, true]);
  });
});

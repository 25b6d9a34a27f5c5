import { describe, expect, it } from 'vitest';
import { KeyedBuckets } from './keyed-buckets.ts';

describe('token buckets by key', () => {
  it('count each key separately', () => {
    const buckets = new KeyedBuckets({ burst: 2, perSecond: 1 });
    expect(['a', 'a', 'a', 'b'].map((key) => buckets.take(key, 0))).toEqual([true, true, false, true]);
    expect(buckets.take('a', 1_000)).toBe(true);
  });

  it('stay limited in number, and keep those that are not full', () => {
    const buckets = new KeyedBuckets({ burst: 1, perSecond: 1 });
    for (let key = 0; key < 20_000; key++) buckets.take(String(key), 0);
    expect(buckets.take('late', 900)).toBe(true);
    expect(buckets.take('19999', 900)).toBe(false);
    expect(buckets.take('late', 900)).toBe(false);
  });
});

import { TokenBucket, type TokenBucketPolicy } from './token-bucket.ts';

/** Buckets remembered at once; full ones are dropped first, then the oldest. */
const remembered = 20_000;

/** One token bucket per key, such as an account or a network. Time is in milliseconds of any monotonic clock. */
export class KeyedBuckets {
  readonly #policy: TokenBucketPolicy;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(policy: TokenBucketPolicy) {
    this.#policy = policy;
  }

  /** Takes a token of the key's bucket. Returns false when it is empty. */
  take(key: string, now: number): boolean {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      if (this.#buckets.size >= remembered) this.#forget(now);
      bucket = new TokenBucket(this.#policy, now);
      this.#buckets.set(key, bucket);
    }
    return bucket.take(now);
  }

  #forget(now: number): void {
    const full = [...this.#buckets].filter(([, bucket]) => bucket.isFull(now));
    const gone = full.length > 0 ? full : [...this.#buckets].slice(0, remembered / 10);
    for (const [key] of gone) this.#buckets.delete(key);
  }
}

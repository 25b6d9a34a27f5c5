export interface TokenBucketPolicy {
  /** Tokens in an idle bucket. */
  burst: number;
  perSecond: number;
}

/** Allows a burst and then a steady rate. The caller passes the time, in milliseconds of any monotonic clock. */
export class TokenBucket {
  readonly #policy: TokenBucketPolicy;
  #tokens: number;
  #filledAt: number;

  constructor(policy: TokenBucketPolicy, now: number) {
    this.#policy = policy;
    this.#tokens = policy.burst;
    this.#filledAt = now;
  }

  /** Takes a token, or `count`. Returns false, and takes nothing, when there are not so many. */
  take(now: number, count = 1): boolean {
    this.#fill(now);
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }

  /** Returns whether the bucket is full. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens === this.#policy.burst;
  }

  #fill(now: number): void {
    const { burst, perSecond } = this.#policy;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond);
    this.#filledAt = now;
  }
}

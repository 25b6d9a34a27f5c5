export interface TokenBucketPolicy {
  /** Tokens that an idle bucket holds. */
  burst: number;
  perSecond: number;
}

/** Lets a burst pass and then a steady rate. Time is given by the caller, in milliseconds of any monotonic clock. */
export class TokenBucket {
  readonly #policy: TokenBucketPolicy;
  #tokens: number;
  #filledAt: number;

  constructor(policy: TokenBucketPolicy, now: number) {
    this.#policy = policy;
    this.#tokens = policy.burst;
    this.#filledAt = now;
  }

  /** Takes a token; false when there is none. */
  take(now: number): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** True when it is as good as new. */
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

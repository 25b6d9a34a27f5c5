export interface BackoffPolicy {
  /** Milliseconds before the second attempt; 0 makes the first retry immediate. */
  firstMs: number;
  longestMs: number;
}

/** Returns the milliseconds to wait after that many failures in a row (1 = the first): doubles from `firstMs` up to `longestMs`. */
export function backoffDelay(failures: number, policy: BackoffPolicy): number {
  return Math.min(policy.longestMs, policy.firstMs * 2 ** Math.min(failures - 1, 30));
}

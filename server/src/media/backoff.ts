export interface BackoffPolicy {
  /** Milliseconds before the second attempt; the first repeat after a first failure is immediate when this is 0. */
  firstMs: number;
  longestMs: number;
}

/** Milliseconds to wait after so many failures in a row (1 = the first): doubles from `firstMs` up to `longestMs`. */
export function backoffDelay(failures: number, policy: BackoffPolicy): number {
  return Math.min(policy.longestMs, policy.firstMs * 2 ** Math.min(failures - 1, 30));
}

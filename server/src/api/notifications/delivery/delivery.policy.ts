import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** Waits after each failed attempt; after the last the message has failed. */
const waits = [1, 2, 5, 15, 60, 180, 360].map((minutes) => minutes * MINUTE_MS);

/** How long a sender may take before another retries; far more than any channel’s timeout. */
export const leaseFor = 2 * MINUTE_MS;

/** Returns when to retry after that many attempts; null after the last. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Returns whether a message has waited longer than it is useful. */
export function isStale(wantedAt: Date, staleAfterMinutes: number | undefined, now: Date): boolean {
  return staleAfterMinutes !== undefined && now.getTime() - wantedAt.getTime() > staleAfterMinutes * MINUTE_MS;
}

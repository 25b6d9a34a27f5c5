const minute = 60_000;

/** Waits after each failed try; after the last one the message is given up. */
const waits = [1, 2, 5, 15, 60, 180, 360].map((minutes) => minutes * minute);

/** How long a sender may take before another tries: far above what a channel allows itself. */
export const leaseFor = 2 * minute;

/** When to try again after so many tries; null when that was the last one. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Whether a message has waited longer than it is of use. */
export function isStale(wantedAt: Date, staleAfterMinutes: number | undefined, now: Date): boolean {
  return staleAfterMinutes !== undefined && now.getTime() - wantedAt.getTime() > staleAfterMinutes * minute;
}

import { DAY_MS, HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';

const second = 1000;

/** Failed attempts of one kind, within `triesCountedFor`. */
export interface FailedTries {
  count: number;
  lastAt: Date | null;
}

/** How long failed attempts count. */
export const triesCountedFor = DAY_MS;

interface Growth {
  /** Attempts without a wait. */
  free: number;
  first: number;
  longest: number;
}

/** For one network or one known browser at one account: the wait doubles from a minute to an hour. */
const ofOneOrigin: Growth = { free: 10, first: MINUTE_MS, longest: HOUR_MS };
/**
 * For all unknown browsers together: enough against a guesser with many addresses, short enough that the holder can sign in with a new browser. Known
 * browsers and passkeys never wait for it.
 */
const ofAllUnknown: Growth = { free: 50, first: 10 * second, longest: 5 * MINUTE_MS };

/** Failures at which the holder is notified, and the shortest interval between notices. */
export const failuresToNotify = 5;
export const notifyAgainAfter = DAY_MS;

function waitOf({ count, lastAt }: FailedTries, { free, first, longest }: Growth, now: Date): number {
  if (count < free || lastAt === null) return 0;
  const wait = Math.min(longest, first * 2 ** Math.min(count - free, 30));
  return Math.max(0, lastAt.getTime() + wait - now.getTime());
}

/** Returns the milliseconds until the next attempt is checked; 0 for at once. `everywhere`: null for a known browser. */
export function waitBeforeTry(here: FailedTries, everywhere: FailedTries | null, now: Date): number {
  const all = everywhere === null ? 0 : waitOf(everywhere, ofAllUnknown, now);
  return Math.max(waitOf(here, ofOneOrigin, now), all);
}

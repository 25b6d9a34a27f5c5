const second = 1000;
const minute = 60 * second;

/** Failed tries of one sort, within `triesCountedFor`. */
export interface FailedTries {
  count: number;
  lastAt: Date | null;
}

/** How long failed tries are remembered. */
export const triesCountedFor = 24 * 60 * minute;

interface Growth {
  /** Tries that need not wait. */
  free: number;
  first: number;
  longest: number;
}

/** From one origin at one account, and from one known browser: the wait doubles from a minute to an hour. */
const ofOneOrigin: Growth = { free: 10, first: minute, longest: 60 * minute };
/**
 * Of all unknown browsers together, wherever they are: enough against a guesser with many addresses, short enough that the holder at a
 * new browser finds a gap. Known browsers and passkeys never wait for it.
 */
const ofAllUnknown: Growth = { free: 50, first: 10 * second, longest: 5 * minute };

/** Failures at which the holder gets a message, and how often at most. */
export const failuresToTell = 5;
export const tellAgainAfter = 24 * 60 * minute;

function waitOf({ count, lastAt }: FailedTries, { free, first, longest }: Growth, now: Date): number {
  if (count < free || lastAt === null) return 0;
  const wait = Math.min(longest, first * 2 ** Math.min(count - free, 30));
  return Math.max(0, lastAt.getTime() + wait - now.getTime());
}

/** Milliseconds until the next try is looked at; 0 for at once. `everywhere`: null for a browser that is known. */
export function waitBeforeTry(here: FailedTries, everywhere: FailedTries | null, now: Date): number {
  const all = everywhere === null ? 0 : waitOf(everywhere, ofAllUnknown, now);
  return Math.max(waitOf(here, ofOneOrigin, now), all);
}

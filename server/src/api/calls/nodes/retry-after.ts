const shortest = 5;
const longest = 120;
/** The default when no visit has ended lately. */
const unknown = 30;

/** Returns the seconds until a place may be free, from the number of visits that ended within the last hour. */
export function retryAfterSeconds(endedWithinTheHour: number): number {
  if (endedWithinTheHour === 0) return unknown;
  return Math.min(longest, Math.max(shortest, Math.ceil(3600 / endedWithinTheHour)));
}

const shortest = 5;
const longest = 120;
/** Where nothing has ended lately there is nothing to estimate from. */
const unknown = 30;

/** When a place may be free again, in whole seconds, by how many visits have ended within the last hour. */
export function retryAfterSeconds(endedWithinTheHour: number): number {
  if (endedWithinTheHour === 0) return unknown;
  return Math.min(longest, Math.max(shortest, Math.ceil(3600 / endedWithinTheHour)));
}

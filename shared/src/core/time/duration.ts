export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** 24 hours: a duration, not a calendar day, which may have 23 or 25. */
export const DAY_MS = 86_400_000;

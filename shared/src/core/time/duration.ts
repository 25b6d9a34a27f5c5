export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** A day of 24 hours: a span, not a day of the calendar, which may have 23 or 25. */
export const DAY_MS = 86_400_000;

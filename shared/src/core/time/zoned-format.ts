import type { Locale } from '../locale.ts';
import { dateFormat } from './date-format.ts';

/** Returns the short name of a zone at an instant, such as `GMT+8`. */
export function zoneName(timeZone: string, instant: Date): string {
  // Chinese formats with a zone have it before the time, so it is formatted alone.
  const parts = dateFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Formats instants with the zone after the time, `24 Nov 2026, 14:05 GMT+8`, for readers who may be in another zone. */
export function zonedFormat(
  locale: Locale,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): (instant: Date) => string {
  const format = dateFormat(locale, { timeZone, ...options });
  return (instant) => `${format.format(instant)} ${zoneName(timeZone, instant)}`;
}

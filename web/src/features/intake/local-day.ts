import { dayIn, ownTimeZone } from '@yunzhen/shared/core/time/time-zone';

/** Returns today in this device’s time zone (ISO), so that the patient’s own today is never rejected as a future date. */
export function localDay(now = new Date()): string {
  return dayIn(ownTimeZone(), now);
}

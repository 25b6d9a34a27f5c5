import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import type { Locale } from '@yunzhen/shared/core/locale';

/** Returns the name of an ISO day of the week: 1 is Monday. */
export function weekdayName(weekday: number, locale: Locale, length: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  return dateFormat(locale, { timeZone: 'UTC', weekday: length }).format(Date.UTC(2024, 0, weekday));
}

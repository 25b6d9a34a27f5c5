import { dateShapes } from '@yunzhen/shared/core/time/date-format';
import { zonedFormat } from '@yunzhen/shared/core/time/zoned-format';
import type { Locale } from '@yunzhen/shared/core/locale';

/** Formats instants with their time zone: a visitor may be in another one than the hospital, and compares with the printed time. */
export function zonedTime(locale: Locale, timeZone: string): (instant: string) => string {
  const format = zonedFormat(locale, timeZone, dateShapes.dateTime);
  return (instant) => format(new Date(instant));
}

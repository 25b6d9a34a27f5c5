import type { Locale } from '@yunzhen/shared/core/locale';

/** Formats instants with their time zone: a visitor may be in another one than the hospital, and compares with the printed time. */
export function zonedTime(locale: Locale, timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return (instant) => format.format(new Date(instant));
}

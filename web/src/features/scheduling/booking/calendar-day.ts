import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import { dayIn, ownTimeZone, timeIn } from '@yunzhen/shared/core/time/time-zone';
import type { Locale } from '@yunzhen/shared/core/locale';

/** Formats a calendar day, independent of time zones: `Wed` and `25` for display, the full date for screen readers. */
export function dayLabels(day: string, locale: Locale): { weekday: string; date: string; long: string } {
  const at = new Date(`${day}T00:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) => dateFormat(locale, { timeZone: 'UTC', ...options }).format(at);
  return {
    weekday: say({ weekday: 'short' }),
    date: say({ day: 'numeric' }).replace(/\D/g, ''),
    long: say({ weekday: 'long', month: 'long', day: 'numeric' }),
  };
}

/** Returns the part of the day in a time zone. */
export function partOfDay(instant: string, timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const time = timeIn(timeZone, new Date(instant));
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';
}

/** Returns whether the reader’s time zone differs from the hospital’s at that instant. */
export function clocksDiffer(instant: string, timeZone: string): boolean {
  const at = Date.parse(instant);
  const shown = (zone: string) => dayIn(zone, at) + timeIn(zone, at);
  return shown(ownTimeZone()) !== shown(timeZone);
}

/** Returns the offset of a time zone at an instant, as people write it: `GMT+8`. */
export function zoneName(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

import { timeIn } from '@yunzhen/shared/core/time/time-zone';
import type { Locale } from '@yunzhen/shared/core/locale';

/** A calendar day as it stands, whatever the zone: `Wed` and `25`, or all of it for who hears it. */
export function dayWords(day: string, locale: Locale): { weekday: string; date: string; long: string } {
  const at = new Date(`${day}T00:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at);
  return {
    weekday: say({ weekday: 'short' }),
    date: say({ day: 'numeric' }).replace(/\D/g, ''),
    long: say({ weekday: 'long', month: 'long', day: 'numeric' }),
  };
}

/** Morning, afternoon or evening by the clocks of a zone. */
export function partOfDay(instant: string, timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const time = timeIn(timeZone, new Date(instant));
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';
}

/** Whether the reader’s own clock shows another time than the hospital’s then. */
export function clocksDiffer(instant: string, timeZone: string): boolean {
  const shown = (zone?: string) =>
    new Intl.DateTimeFormat('en-GB', {
      ...(zone ? { timeZone: zone } : {}),
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(new Date(instant));
  return shown() !== shown(timeZone);
}

/** The time on the reader’s own clock, with the day. */
export function onOwnClock(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** The one source of time, so that a test can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day (ISO date) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

/** Making one costs a hundred times what using it does; there are only so many zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (ISO date) so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The instant at which a calendar day (ISO date) ends in a time zone: the next day’s first moment, daylight saving included. */
export function endOfDay(timeZone: string, day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = Date.UTC(year, month - 1, date + 1);
  const guess = new Date(next - offsetOf(timeZone, new Date(next)));
  return new Date(next - offsetOf(timeZone, guess));
}

/** How far the zone’s clocks are ahead of UTC at an instant, in milliseconds. */
function offsetOf(timeZone: string, at: Date): number {
  let format = timeFormats.get(timeZone);
  if (!format) {
    const parts = { hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...parts });
    timeFormats.set(timeZone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value ?? 0);
  const yearOf = (two: number) => (two < 100 ? 2000 + two : two);
  const local = Date.UTC(
    yearOf(part('year')),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}

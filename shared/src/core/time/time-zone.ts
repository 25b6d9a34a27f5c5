// What formatting alone can answer about a zone. Every page imports this; wall-clock.ts, which brings Temporal, only a few.

/** Creating a formatter costs a hundred times what using it does; there are only so many zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the platform knows an IANA zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day (ISO date) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date | number): string {
  return shownIn(timeZone, at).slice(0, 10);
}

/** What the clocks of an IANA time zone show at an instant, `HH:MM`. */
export function timeIn(timeZone: string, at: Date | number): string {
  return shownIn(timeZone, at).slice(11);
}

/** `2026-11-24 14:05`. */
function shownIn(timeZone: string, at: Date | number): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

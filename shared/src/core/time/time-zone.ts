// The time zone functions that need only formatting. Every page imports this; few import wall-clock.ts, which includes Temporal.

/** Creating a formatter costs a hundred times its use, and the number of time zones is limited. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns whether the platform supports this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns the time zone of this device. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the calendar day (ISO date) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date | number): string {
  return shownIn(timeZone, at).slice(0, 10);
}

/** Returns the local time of an instant in an IANA time zone, `HH:MM`. */
export function timeIn(timeZone: string, at: Date | number): string {
  return shownIn(timeZone, at).slice(11);
}

/** Returns `2026-11-24 14:05`. */
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

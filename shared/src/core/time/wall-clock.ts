import { Temporal } from 'temporal-polyfill';
import { shiftDay } from './calendar-day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration.ts';

/** A period in which a zone has one offset. All values are milliseconds; `until` is exclusive. */
interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** A cache: zones change at most a few times a year, Temporal takes 10 µs per answer, and the rollups ask for every event of a year. */
const knownSpans = new Map<string, OffsetSpan[]>();
const MAX_KNOWN_SPANS = 100;

/** Returns how far local time is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(timeZone: string, at: number): number {
  return spanAt(timeZone, at).offset;
}

/** Returns the local time of an instant, read as if it were UTC, in milliseconds. */
export function localAt(timeZone: string, at: number): number {
  return at + offsetAt(timeZone, at);
}

/** Returns the instant at which the local hour began: also in zones half an hour off, and for each run of a repeated hour. */
export function hourStart(timeZone: string, at: number): number {
  return at - modulo(localAt(timeZone, at), HOUR_MS);
}

/** Returns the first instant of a calendar day (ISO date); if midnight is skipped, the first that exists. */
export function startOfDay(timeZone: string, day: string): Date {
  return new Date(firstInstantFrom(timeZone, day, '00:00'));
}

/** Returns the instant at which a calendar day (ISO date) ends: the first of the next day. */
export function endOfDay(timeZone: string, day: string): Date {
  return startOfDay(timeZone, shiftDay(day, 1));
}

/**
 * Returns the instants (milliseconds) of a local time (`HH:MM`, up to `24:00`) on a calendar day (ISO date): usually one, none for a skipped time,
 * two in order for a repeated one.
 */
export function instantsOf(timeZone: string, day: string, time: string): number[] {
  const shown = shownAs(day, time);
  const before = offsetAt(timeZone, shown - DAY_MS);
  // Away from a change one subtraction suffices, which matters for every slot of a schedule.
  if (before === offsetAt(timeZone, shown + DAY_MS)) return [shown - before];
  const { first, last } = meanings(timeZone, shown);
  if (first.epochMilliseconds === last.epochMilliseconds) return [first.epochMilliseconds];
  const isRepeated = localAt(timeZone, first.epochMilliseconds) === shown;
  return isRepeated ? [first.epochMilliseconds, last.epochMilliseconds] : [];
}

/** Returns the first instant with that local time or a later one; for a skipped time, the change itself. */
export function firstInstantFrom(timeZone: string, day: string, time: string): number {
  const [first] = instantsOf(timeZone, day, time);
  return first ?? spanAt(timeZone, meanings(timeZone, shownAs(day, time)).first.epochMilliseconds).until;
}

/** Returns the changes of a zone's offset (milliseconds) after `from` and before `until`, in order. */
export function offsetChanges(
  timeZone: string,
  from: number,
  until: number,
): { readonly at: number; readonly before: number; readonly after: number }[] {
  const changes = [];
  for (let span = spanAt(timeZone, from); span.until < until;) {
    const next = spanAt(timeZone, span.until);
    changes.push({ at: span.until, before: span.offset, after: next.offset });
    span = next;
  }
  return changes;
}

function spanAt(timeZone: string, at: number): OffsetSpan {
  const spans = knownSpans.get(timeZone) ?? [];
  const known = spans.find(({ from, until }) => from <= at && at < until);
  if (known) return known;
  const whole = Math.floor(at);
  const zoned = zonedAt(timeZone, whole);
  const span = {
    // Temporal searches strictly before an instant: one millisecond later finds a change at the instant itself.
    from: zonedAt(timeZone, whole + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1e6,
  };
  knownSpans.set(timeZone, [span, ...spans.slice(0, MAX_KNOWN_SPANS - 1)]);
  return span;
}

function zonedAt(timeZone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** Returns the first and last instant that a local time may mean; for a skipped time, one before the change and one after it. */
function meanings(timeZone: string, shown: number): Record<'first' | 'last', Temporal.ZonedDateTime> {
  const time = zonedAt('UTC', shown).toPlainDateTime();
  return {
    first: time.toZonedDateTime(timeZone, { disambiguation: 'earlier' }),
    last: time.toZonedDateTime(timeZone, { disambiguation: 'later' }),
  };
}

/** Returns the local time, read as if it were UTC. */
function shownAs(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + hours * HOUR_MS + minutes * MINUTE_MS;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

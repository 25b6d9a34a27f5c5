import { dayIn, isTimeZone } from '@yunzhen/shared/core/time/time-zone';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import { firstInstantFrom } from '@yunzhen/shared/core/time/wall-clock';

/** Hospitals begin their night between 02:00 and 04:00 local time, so that those of one time zone do not all begin at once. */
const firstHour = 2;
const spreadMinutes = 120;
/** A night that was missed for longer waits for the next one. */
const nightMs = 3 * HOUR_MS;

/** When the last two nights of a hospital began, in milliseconds. */
export interface Nights {
  latest: number;
  before: number;
}

/** The last night in which a job ran or was begun. */
export interface LastRun {
  night: Date;
  leasedUntil: Date;
  finishedAt: Date | null;
}

/** Returns the last nights that have begun. The time on the clock is the same each night; where it is skipped, the night begins at the change. */
export function nightsOf({ id, timeZone }: { id: string; timeZone: string }, now: Date): Nights {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const minutes = parseInt(id.slice(-6), 16) % spreadMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(firstHour + Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const today = dayIn(zone, now);
  const night = (days: number) => firstInstantFrom(zone, shiftDay(today, -days), time);
  const begun = [0, 1, 2].map(night).filter((at) => at <= now.getTime());
  const [latest = night(1), before = night(2)] = begun;
  return { latest, before };
}

/**
 * Whether a nightly job should run now: in the night once, or at any time when it was begun and not finished, or when the night before was missed as
 * well, as on a computer that is off at night. `since`: when the hospital was created. A run from a clock that was ahead does not count.
 */
export function isNightDue({ latest, before }: Nights, last: LastRun | null, now: Date, since: Date): boolean {
  const at = now.getTime();
  const run = last && last.night.getTime() <= at ? last : null;
  if (run && run.finishedAt === null && run.leasedUntil <= now) return true;
  if (run && run.night.getTime() >= latest) return false;
  if (at < latest + nightMs) return true;
  return (run?.night ?? since).getTime() < before;
}

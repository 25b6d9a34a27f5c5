import type { QuietHours } from '@yunzhen/shared/accounts/wishes';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn, timeIn } from '@yunzhen/shared/core/time/time-zone';
import { firstInstantFrom } from '@yunzhen/shared/core/time/wall-clock';

/** Returns when the quiet hours around an instant end, in the time zone’s local time; null outside them. */
export function quietUntil(quiet: QuietHours | null, timeZone: string, at: Date): Date | null {
  if (!quiet) return null;
  const { from, until } = quiet;
  const now = timeIn(timeZone, at);
  const isQuiet = from < until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return null;
  const lastDay = shiftDay(dayIn(timeZone, at), now < until ? 0 : 1);
  return new Date(firstInstantFrom(timeZone, lastDay, until));
}

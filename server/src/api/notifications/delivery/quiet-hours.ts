import type { QuietHours } from '@yunzhen/shared/accounts/wishes';
import { ZoneClock } from '../../../platform/zone-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** When the quiet hours around an instant end, by the clocks of the zone; null when it is none of them. */
export function quietUntil(quiet: QuietHours | null, timeZone: string, at: Date): Date | null {
  if (!quiet) return null;
  const clock = new ZoneClock(timeZone);
  const local = clock.local(at.getTime());
  const now = local - Math.floor(local / day) * day;
  const [from, until] = [timeOf(quiet.from), timeOf(quiet.until)];
  const isQuiet = from < until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return null;
  const wanted = local + ((until - now + day) % day || day);
  const guess = at.getTime() + (wanted - local);
  // Clocks may have been changed in between.
  return new Date(guess + (wanted - clock.local(guess)));
}

function timeOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

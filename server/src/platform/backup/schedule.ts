/** Returns when the next backup is due: at that time of day on the machine’s clock, or at once when the last one is older. */
export function nextBackupAt(last: Date | null, timeOfDay: string, now: Date): Date {
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number);
  const latest = new Date(now);
  latest.setHours(hour, minute, 0, 0);
  if (latest > now) latest.setDate(latest.getDate() - 1);
  if (!last || last < latest) return now;
  const next = new Date(latest);
  next.setDate(next.getDate() + 1);
  return next;
}

const minute = 60;

/** Returns the longest pause between two runs of a cron expression of minutes, hours and `* * *`, in seconds. */
export function cronPeriod(cron: string): number {
  const [minutes = '*', hours = '*'] = cron.split(' ');
  if (hours !== '*') return 24 * 60 * minute;
  if (minutes === '*') return minute;
  const every = /^\*\/(\d+)$/.exec(minutes)?.[1];
  if (every) return Number(every) * minute;
  const at = minutes.split(',').map(Number);
  return Math.max(...at.map((value, index) => (at[index + 1] ?? (at[0] ?? 0) + 60) - value)) * minute;
}

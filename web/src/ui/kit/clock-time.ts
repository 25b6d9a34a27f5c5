/**
 * Reads a typed time of day, `9`, `930`, `9:30`, `9.30 pm` or `９：３０`, and returns it as `09:30`; undefined if it is none. 24:00 is the midnight
 * that ends a day: `00:00`.
 */
export function clockTimeOf(typed: string): string | undefined {
  const words = typed.normalize('NFKC').trim().toLowerCase();
  const parts = /^(\d{1,2})(?:[:.时h]?(\d{2})分?|[时h])?\s*(?:([ap])\.?m\.?)?$/.exec(words);
  if (!parts) return undefined;
  const [, hours = '', minutes = '00', half] = parts;
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  if (hour > 24 || Number(minutes) > 59 || (hour === 24 && minutes !== '00')) return undefined;
  return `${String(hour % 24).padStart(2, '0')}:${minutes}`;
}

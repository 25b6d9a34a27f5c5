import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';

export const holidays = ['new-year', 'spring', 'qingming', 'labour', 'dragon-boat', 'mid-autumn', 'national'] as const;
export type Holiday = (typeof holidays)[number];

/** Day of the Chinese calendar, such as `1/15`. Leap months (`6bis/1`) have none of the holidays. */
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/**
 * Returns the statutory holiday of a calendar day in mainland China: 全国年节及纪念日放假办法 (State Council Decree 795, from 2025). Days that the yearly
 * notice moves are not known. Qingming is computed for 2001–2099.
 */
export function holidayOf(day: string): Holiday | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const on = (m: number, ...dates: number[]) => month === m && dates.includes(date);
  if (on(1, 1)) return 'new-year';
  if (on(5, 1, 2)) return 'labour';
  if (on(10, 1, 2, 3)) return 'national';
  const last = year % 100;
  if (on(4, Math.floor(last * 0.2422 + 4.81) - Math.floor(last / 4))) return 'qingming';
  const chinese = lunarDay(day);
  if (['1/1', '1/2', '1/3'].includes(chinese) || lunarDay(shiftDay(day, 1)) === '1/1') return 'spring';
  if (chinese === '5/5') return 'dragon-boat';
  return chinese === '8/15' ? 'mid-autumn' : undefined;
}

function lunarDay(day: string): string {
  const parts = lunar.formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
  return `${part('month')}/${part('day')}`;
}

/** Returns the holidays from a day on, for a year. */
export function holidaysFrom(day: string): { day: string; holiday: Holiday }[] {
  return Array.from({ length: 366 }, (_, offset) => shiftDay(day, offset)).flatMap((each) => {
    const holiday = holidayOf(each);
    return holiday ? [{ day: each, holiday }] : [];
  });
}

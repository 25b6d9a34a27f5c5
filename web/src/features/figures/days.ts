import type { DayFigures } from '@yunzhen/shared/contract/metrics';

/** Visits that are neither completed, left nor referred: still open, or cancelled. */
export function otherVisits({ visits, completed, left, referredOffline }: DayFigures): number {
  return Math.max(0, visits - completed - left - referredOffline);
}

/** Sent back of those decided; null on a day without decisions. */
export function rejectionRate({ reviewed, rejected }: Pick<DayFigures, 'reviewed' | 'rejected'>): number | null {
  return reviewed > 0 ? rejected / reviewed : null;
}

/** The days with the newest figures of today in them; a day that the list does not know yet is added. */
export function withToday(days: readonly DayFigures[], today: DayFigures): DayFigures[] {
  return [...days.filter(({ day }) => day < today.day), today];
}

/** Days that are over, the latest so many: a day that has just begun would look like a fall. */
export function lastFullDays(days: readonly DayFigures[], today: string, count: number): DayFigures[] {
  return days.filter(({ day }) => day < today).slice(-count);
}

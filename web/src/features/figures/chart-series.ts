import type { DayFigures } from '@yunzhen/shared/contract/metrics';
import { otherVisits } from './days.ts';

/** Outcomes of visits from the bottom of the stack up, each with its colour. */
export const visitSeries = [
  { key: 'completed', color: 'var(--ui-primary)', value: (day: DayFigures) => day.completed },
  { key: 'referred', color: 'var(--ui-info)', value: (day: DayFigures) => day.referredOffline },
  { key: 'left', color: 'var(--ui-warning)', value: (day: DayFigures) => day.left },
  { key: 'other', color: 'var(--ui-text-dimmed)', value: otherVisits },
] as const;

const minutes = (seconds: number | null) => (seconds === null ? undefined : seconds / 60);

/** Lines of the waits in minutes; told apart by their dashes, too. A day without a measurement breaks the line. */
export const waitSeries = [
  { key: 'median', color: 'var(--ui-primary)', dash: [], value: (day: DayFigures) => minutes(day.waitMedian) },
  { key: 'p90', color: 'var(--ui-warning)', dash: [6, 4], value: (day: DayFigures) => minutes(day.waitP90) },
] as const;

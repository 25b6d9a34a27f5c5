import type { PeriodUnit, Timing } from '@yunzhen/shared/prescribing/dose/timing';

/** How the editor asks "how often". What fits none of the usual ways is said in full. */
export const frequencyKinds = [
  'once-daily',
  'twice-daily',
  'three-daily',
  'four-daily',
  'every-hours',
  'every-other-day',
  'once-weekly',
  'weekdays',
  'other',
] as const;
export type FrequencyKind = (typeof frequencyKinds)[number];

/** How often, with figures that may be missing while they are being typed. */
export interface Frequency {
  readonly frequency: number | null;
  readonly period: number | null;
  readonly periodUnit: PeriodUnit;
  /** ISO days of the week, when it is taken on certain ones. */
  readonly weekdays?: readonly number[] | undefined;
}

/** Where nobody has said how often yet. */
export const notChosen: Frequency = { frequency: null, period: null, periodUnit: 'd' };

const usual: Record<Exclude<FrequencyKind, 'every-hours' | 'weekdays' | 'other'>, Frequency> = {
  'once-daily': { frequency: 1, period: 1, periodUnit: 'd' },
  'twice-daily': { frequency: 2, period: 1, periodUnit: 'd' },
  'three-daily': { frequency: 3, period: 1, periodUnit: 'd' },
  'four-daily': { frequency: 4, period: 1, periodUnit: 'd' },
  'every-other-day': { frequency: 1, period: 2, periodUnit: 'd' },
  'once-weekly': { frequency: 1, period: 1, periodUnit: 'wk' },
};

/** The kind that says this frequency; `other` when none of the usual ones does, undefined when nothing is said yet. */
export function kindOf(given: Frequency): FrequencyKind | undefined {
  if (given.weekdays) return 'weekdays';
  if (given.frequency === null && given.period === null) return undefined;
  if (given.frequency === 1 && given.periodUnit === 'h') return 'every-hours';
  for (const [kind, each] of Object.entries(usual)) {
    const { frequency, period, periodUnit } = each;
    if (given.frequency === frequency && given.period === period && given.periodUnit === periodUnit) {
      return kind as FrequencyKind;
    }
  }
  return 'other';
}

/** The frequency when another kind is chosen. Hours are left to be typed; `other` starts from what was there. */
export function frequencyOf(kind: FrequencyKind, before: Frequency): Frequency {
  if (kind === 'every-hours') return { frequency: 1, period: null, periodUnit: 'h' };
  if (kind === 'weekdays') return { frequency: 1, period: 1, periodUnit: 'wk', weekdays: [1] };
  if (kind !== 'other') return usual[kind];
  return before.frequency === null ? { frequency: 1, period: null, periodUnit: 'd' } : before;
}

/** The timing, once its figures are there. */
export function timingOf(frequency: Frequency, when: Timing['when']): Timing | undefined {
  const { frequency: times, period, periodUnit, weekdays } = frequency;
  if (times === null || period === null) return undefined;
  return { frequency: times, period, periodUnit, when, ...(weekdays ? { weekdays } : {}) };
}

/** The frequency with a day of the week put in or taken out; the last one stays. */
export function toggledWeekday(given: Frequency, day: number): Frequency {
  const before = given.weekdays ?? [];
  const after = before.includes(day) ? before.filter((each) => each !== day) : [...before, day];
  const weekdays = after.length === 0 ? before : after.toSorted((a, b) => a - b);
  return { frequency: weekdays.length, period: 1, periodUnit: 'wk', weekdays };
}

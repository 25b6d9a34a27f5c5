import type { PeriodUnit, Timing } from '@yunzhen/shared/prescribing/dose/timing';

/** Frequency options of the editor. Any other frequency is entered in full. */
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

/** A frequency whose numbers may be missing while they are typed. */
export interface Frequency {
  readonly frequency: number | null;
  readonly period: number | null;
  readonly periodUnit: PeriodUnit;
  /** ISO days of the week, where it is taken on certain days. */
  readonly weekdays?: readonly number[] | undefined;
}

/** No frequency chosen yet. */
export const notChosen: Frequency = { frequency: null, period: null, periodUnit: 'd' };

const usual: Record<Exclude<FrequencyKind, 'every-hours' | 'weekdays' | 'other'>, Frequency> = {
  'once-daily': { frequency: 1, period: 1, periodUnit: 'd' },
  'twice-daily': { frequency: 2, period: 1, periodUnit: 'd' },
  'three-daily': { frequency: 3, period: 1, periodUnit: 'd' },
  'four-daily': { frequency: 4, period: 1, periodUnit: 'd' },
  'every-other-day': { frequency: 1, period: 2, periodUnit: 'd' },
  'once-weekly': { frequency: 1, period: 1, periodUnit: 'wk' },
};

/** Returns the option that matches the frequency; `other` when none of the common ones does, undefined before a choice. */
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

/** Returns the frequency after another option is chosen. Hours stay empty for typing; `other` starts from the previous frequency. */
export function frequencyOf(kind: FrequencyKind, before: Frequency): Frequency {
  if (kind === 'every-hours') return { frequency: 1, period: null, periodUnit: 'h' };
  if (kind === 'weekdays') return { frequency: 1, period: 1, periodUnit: 'wk', weekdays: [1] };
  if (kind !== 'other') return usual[kind];
  return before.frequency === null ? { frequency: 1, period: null, periodUnit: 'd' } : before;
}

/** Returns the timing, once its numbers are complete. */
export function timingOf(frequency: Frequency, when: Timing['when']): Timing | undefined {
  const { frequency: times, period, periodUnit, weekdays } = frequency;
  if (times === null || period === null) return undefined;
  return { frequency: times, period, periodUnit, when, ...(weekdays ? { weekdays } : {}) };
}

/** Returns the frequency with a day of the week added or removed; the last day cannot be removed. */
export function toggledWeekday(given: Frequency, day: number): Frequency {
  const before = given.weekdays ?? [];
  const after = before.includes(day) ? before.filter((each) => each !== day) : [...before, day];
  const weekdays = after.length === 0 ? before : after.toSorted((a, b) => a - b);
  return { frequency: weekdays.length, period: 1, periodUnit: 'wk', weekdays };
}

import { asNeededReason } from './as-needed-reason.ts';
import type { LocalizedText } from '../../core/locale.ts';

export const timingWhens = ['morning', 'noon', 'evening', 'bedtime', 'before-meal', 'after-meal', 'with-meal'] as const;
export type TimingWhen = (typeof timingWhens)[number];

export const periodUnits = ['h', 'd', 'wk'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/**
 * How often a dose is taken (FHIR Timing.repeat): `frequency` times in every `period` of `periodUnit`. Twice a day is
 * 2/1/d, every eight hours 1/8/h, every other day 1/2/d.
 */
export interface Timing {
  readonly frequency: number;
  readonly period: number;
  readonly periodUnit: PeriodUnit;
  /** The time of day, if it matters. */
  readonly when: TimingWhen | null;
  /** Weekdays (ISO 8601: 1 is Monday) for certain days only; then `frequency` per 1 wk is their number. */
  readonly weekdays?: readonly number[] | undefined;
}

/** Taken only when needed, at most so many times a day, and at least so many hours after the last dose. */
export interface AsNeeded {
  readonly reason: string;
  readonly maxPerDay: number;
  readonly minHoursBetween?: number | undefined;
}

export const HOURS_OF_PERIOD: Record<PeriodUnit, number> = { h: 1, d: 24, wk: 168 };

const WHEN_WORDS: Record<TimingWhen, LocalizedText> = {
  morning: { en: 'in the morning', zh: '早晨' },
  noon: { en: 'at noon', zh: '中午' },
  evening: { en: 'in the evening', zh: '晚上' },
  bedtime: { en: 'at bedtime', zh: '睡前' },
  'before-meal': { en: 'before meals', zh: '饭前' },
  'after-meal': { en: 'after meals', zh: '饭后' },
  'with-meal': { en: 'with meals', zh: '随餐' },
};

const PERIOD_WORDS: Record<PeriodUnit, { one: string; many: string; zh: string }> = {
  h: { one: 'hour', many: 'hours', zh: '小时' },
  d: { one: 'day', many: 'days', zh: '日' },
  wk: { one: 'week', many: 'weeks', zh: '周' },
};

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKDAY_WORDS: Record<number, LocalizedText> = {
  1: { en: 'Monday', zh: '周一' },
  2: { en: 'Tuesday', zh: '周二' },
  3: { en: 'Wednesday', zh: '周三' },
  4: { en: 'Thursday', zh: '周四' },
  5: { en: 'Friday', zh: '周五' },
  6: { en: 'Saturday', zh: '周六' },
  7: { en: 'Sunday', zh: '周日' },
};

/** Returns the name of a weekday by its ISO number, 1 for Monday. */
export function weekdayName(day: number): LocalizedText {
  return WEEKDAY_WORDS[day] ?? { en: String(day), zh: String(day) };
}

/** Returns whether the weekdays fit the timing: none, or as many different ones as doses per week. The dose of such a day is taken once. */
export function weekdaysFit({ frequency, period, periodUnit, weekdays: days }: Timing): boolean {
  if (!days || days.length === 0) return true;
  return periodUnit === 'wk' && period === 1 && days.length === frequency && new Set(days).size === days.length;
}

/** Returns the frequency as text, without the time of day: "twice a day", 每日2次. */
export function frequencyText({ frequency, period, periodUnit, weekdays: days }: Timing): LocalizedText {
  if (days && days.length > 0) {
    const names = days.toSorted((a, b) => a - b).map(weekdayName);
    const last = names.at(-1)?.en ?? '';
    const others = names.slice(0, -1).map(({ en }) => en);
    return {
      en: `once a day on ${others.length > 0 ? `${others.join(', ')} and ${last}` : last}`,
      zh: `每${names.map(({ zh }) => zh).join('、')}${names.length > 1 ? '各' : ''}1次`,
    };
  }
  const words = PERIOD_WORDS[periodUnit];
  const times = frequency === 1 ? 'once' : frequency === 2 ? 'twice' : `${frequency} times`;
  const timesZh = `${frequency}次`;
  if (period === 1) {
    const every =
      periodUnit === 'h' && frequency === 1 ? 'every hour' : `${times} ${periodUnit === 'h' ? 'an' : 'a'} ${words.one}`;
    return { en: every, zh: `每${words.zh}${timesZh}` };
  }
  if (frequency === 1 && periodUnit === 'd' && period === 2) return { en: 'every other day', zh: '隔日1次' };
  const each = `every ${period} ${words.many}`;
  return { en: frequency === 1 ? each : `${times} ${each}`, zh: `每${period}${words.zh}${timesZh}` };
}

/** Returns frequency and time of day: "once a day at bedtime", 每日1次，睡前. */
export function timingText(timing: Timing): LocalizedText {
  const often = frequencyText(timing);
  if (timing.when === null) return often;
  const when = WHEN_WORDS[timing.when];
  return { en: `${often.en} ${when.en}`, zh: `${often.zh}，${when.zh}` };
}

/**
 * Returns the timing of an as-needed medicine. A frequency equal to the daily maximum would repeat the condition, so only the time of day is left;
 * undefined without one.
 */
export function timingOfNeedText(timing: Timing, { maxPerDay }: AsNeeded): LocalizedText | undefined {
  const { frequency, period, periodUnit, weekdays, when } = timing;
  const same = frequency === maxPerDay && period === 1 && periodUnit === 'd' && !weekdays;
  if (!same) return timingText(timing);
  return when === null ? undefined : WHEN_WORDS[when];
}

/** Returns the condition of a dose: "when needed for fever, at most 4 times a day, at least 6 hours apart". */
export function asNeededText({ reason, maxPerDay, minHoursBetween: hours }: AsNeeded): LocalizedText {
  const most = maxPerDay === 1 ? 'once' : maxPerDay === 2 ? 'twice' : `${maxPerDay} times`;
  const why = asNeededReason(reason);
  const apart = hours
    ? { en: `, at least ${hours} ${hours === 1 ? 'hour' : 'hours'} apart`, zh: `，至少间隔${hours}小时` }
    : { en: '', zh: '' };
  return {
    en: `when needed for ${why.en}, at most ${most} a day${apart.en}`,
    zh: `需要时使用（${why.zh}），每日最多${maxPerDay}次${apart.zh}`,
  };
}

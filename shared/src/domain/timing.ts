import type { LocalizedText } from './locale.ts';

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
  /** Where in the day, when it matters. */
  readonly when: TimingWhen | null;
}

/** Taken only when something calls for it, and at most so many times a day. */
export interface AsNeeded {
  readonly reason: string;
  readonly maxPerDay: number;
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

/** How often, in words without the place in the day: "twice a day", 每日2次. */
export function frequencyText({ frequency, period, periodUnit }: Timing): LocalizedText {
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

/** How often and when in the day: "once a day at bedtime", 每日1次，睡前. */
export function timingText(timing: Timing): LocalizedText {
  const often = frequencyText(timing);
  if (timing.when === null) return often;
  const when = WHEN_WORDS[timing.when];
  return { en: `${often.en} ${when.en}`, zh: `${often.zh}，${when.zh}` };
}

/** The condition on a dose: "when needed for fever, at most 4 times a day". */
export function asNeededText({ reason, maxPerDay }: AsNeeded): LocalizedText {
  const most = maxPerDay === 1 ? 'once' : maxPerDay === 2 ? 'twice' : `${maxPerDay} times`;
  return {
    en: `when needed for ${reason}, at most ${most} a day`,
    zh: `需要时使用（${reason}），每日最多${maxPerDay}次`,
  };
}

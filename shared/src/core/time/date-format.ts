import type { Locale } from '../locale.ts';

const regions: Partial<Record<Locale, string>> = { en: 'en-GB' };

/** The regional form of a language: English dates are in British order, and lists have no comma before “and”. */
export const regionalTag = (locale: Locale): string => regions[locale] ?? locale;

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How pages, papers and messages show dates and times: always with the 24-hour clock. */
export const dateShapes = {
  /** `24 Nov 2026` / `2026年11月24日`. */
  date: day,
  /** `14:05`. */
  time: clock,
  dateTime: { ...day, ...clock },
  /** `24 Nov`. */
  dayOfYear: { month: 'short', day: 'numeric' },
  /** `Tue 24 Nov` / `11月24日周二`. */
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Creates a formatter of dates: the only way to format one for readers, so that all have the same order. */
export const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(regionalTag(locale), options);

import { isTimeZone } from '../core/time/time-zone.ts';
import { locales, type Locale } from '../core/locale.ts';

export const interpreterWishes = ['none', 'sign-language', 'english', 'chinese', 'other'] as const;
/** Where messages go besides the app’s own inbox, which has all of them. */
export const messageWays = ['both', 'mail', 'sms', 'app'] as const;

/** Hours of the day (`22:00`) by the person’s clock in which nothing rings but what can’t wait. Over midnight where the end is the earlier one. */
export interface QuietHours {
  from: string;
  until: string;
}

/** How a person reads, hears and wants to be reached: kept with their account, followed on every device. */
export interface Wishes {
  /** Of pages, on every device; null leaves it to each device. */
  language: Locale | null;
  largerText: boolean;
  highContrast: boolean;
  reducedMotion: boolean;
  /** Reads along rather than listens. */
  captions: boolean;
  /** Hears badly or not at all, and writes in the chat instead. */
  writes: boolean;
  screenReader: boolean;
  interpreter: (typeof interpreterWishes)[number];
  messages: (typeof messageWays)[number];
  /** IANA zone that times in messages are written in; null for the hospital’s. */
  timeZone: string | null;
  quietHours: QuietHours | null;
}

export const noWishes: Wishes = {
  language: null,
  largerText: false,
  highContrast: false,
  reducedMotion: false,
  captions: false,
  writes: false,
  screenReader: false,
  interpreter: 'none',
  messages: 'both',
  timeZone: null,
  quietHours: null,
};

/** What a doctor should know of before a visit begins. */
export const visitNeeds = [
  ...(['interpreter-sign-language', 'interpreter-english', 'interpreter-chinese', 'interpreter-other'] as const),
  ...(['writes', 'captions', 'screen-reader'] as const),
] as const;
export type VisitNeed = (typeof visitNeeds)[number];

/** Wishes as they were stored: what is missing, or was written by another version, is as if nothing had been wished. */
export function readWishes(stored: unknown): Wishes {
  const given = typeof stored === 'object' && stored !== null ? (stored as Partial<Record<keyof Wishes, unknown>>) : {};
  const flag = (name: keyof Wishes) => given[name] === true;
  const among = <Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
    values.find((each) => each === value) ?? otherwise;
  return {
    language: locales.find((each) => each === given.language) ?? null,
    largerText: flag('largerText'),
    highContrast: flag('highContrast'),
    reducedMotion: flag('reducedMotion'),
    captions: flag('captions'),
    writes: flag('writes'),
    screenReader: flag('screenReader'),
    interpreter: among(interpreterWishes, given.interpreter, 'none'),
    messages: among(messageWays, given.messages, 'both'),
    timeZone: typeof given.timeZone === 'string' && isTimeZone(given.timeZone) ? given.timeZone : null,
    quietHours: readQuietHours(given.quietHours),
  };
}

/** As they were stored; null for none, and for what is no time of day. */
export function readQuietHours(stored: unknown): QuietHours | null {
  const { from, until } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<QuietHours>;
  const good = [from, until].every((time) => typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  return good && from !== undefined && until !== undefined && from !== until ? { from, until } : null;
}

export function needsOf(wishes: Pick<Wishes, 'interpreter' | 'writes' | 'captions' | 'screenReader'>): VisitNeed[] {
  const needs: VisitNeed[] = wishes.interpreter === 'none' ? [] : [`interpreter-${wishes.interpreter}`];
  if (wishes.writes) needs.push('writes');
  if (wishes.captions) needs.push('captions');
  if (wishes.screenReader) needs.push('screen-reader');
  return needs;
}

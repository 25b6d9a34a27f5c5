import { locales, type Locale } from './locale.ts';

export const interpreterWishes = ['none', 'sign-language', 'english', 'chinese', 'other'] as const;
/** Where messages go besides the app’s own inbox, which has all of them. */
export const messageWays = ['both', 'mail', 'sms', 'app'] as const;

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
}

export const noWishes: Wishes = {
  ...{ language: null, largerText: false, highContrast: false, reducedMotion: false },
  ...{ captions: false, writes: false, screenReader: false },
  ...{ interpreter: 'none', messages: 'both', timeZone: null },
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
  };
}

export function needsOf(wishes: Pick<Wishes, 'interpreter' | 'writes' | 'captions' | 'screenReader'>): VisitNeed[] {
  const needs: VisitNeed[] = wishes.interpreter === 'none' ? [] : [`interpreter-${wishes.interpreter}`];
  if (wishes.writes) needs.push('writes');
  if (wishes.captions) needs.push('captions');
  if (wishes.screenReader) needs.push('screen-reader');
  return needs;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

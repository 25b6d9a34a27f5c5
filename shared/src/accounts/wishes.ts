import { isTimeZone } from '../core/time/time-zone.ts';
import { locales, type Locale } from '../core/locale.ts';

export const interpreterWishes = ['none', 'sign-language', 'english', 'chinese', 'other'] as const;
/** Where messages go besides the app’s inbox, which contains all of them. */
export const messageWays = ['both', 'mail', 'sms', 'app'] as const;

/**
 * Hours of the day (`22:00`) in the person’s time zone, in which only urgent messages are sent. They span midnight when the end is earlier than the
 * start.
 */
export interface QuietHours {
  from: string;
  until: string;
}

/** Preferences for reading, hearing and messages: stored with the account and applied on every device. */
export interface Wishes {
  /** Language of pages on every device; null leaves it to each device. */
  language: Locale | null;
  largerText: boolean;
  highContrast: boolean;
  reducedMotion: boolean;
  /** Wants captions. */
  captions: boolean;
  /** Is hard of hearing or deaf, and writes in the chat instead. */
  writes: boolean;
  screenReader: boolean;
  interpreter: (typeof interpreterWishes)[number];
  messages: (typeof messageWays)[number];
  /** IANA time zone for times in messages; null for the hospital’s. */
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

/** Preferences that a doctor should see before a visit. */
export const visitNeeds = [
  ...(['interpreter-sign-language', 'interpreter-english', 'interpreter-chinese', 'interpreter-other'] as const),
  ...(['writes', 'captions', 'screen-reader'] as const),
] as const;
export type VisitNeed = (typeof visitNeeds)[number];

/** Parses stored preferences: missing or unknown values become defaults. */
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

/** Parses stored quiet hours; null without any, and for invalid times. */
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

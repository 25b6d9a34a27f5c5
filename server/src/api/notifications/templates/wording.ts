import { dateFormat, dateShapes } from '@yunzhen/shared/core/time/date-format';
import { zonedFormat } from '@yunzhen/shared/core/time/zoned-format';
import { localized, type Locale, type LocalizedText, nameInOrder } from '@yunzhen/shared/core/locale';
import type { MessageWordings, WordingPart } from '@yunzhen/shared/notifications/message-words';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { FactKind, FactValues, Template } from './template.ts';

/** A hospital’s own text for a template, with the same facts in braces; null means the built-in text. Version 0 is the built-in one. */
export interface HospitalWording {
  version: number;
  wordings: MessageWordings | null;
}

/** Returns a hospital’s text for a template: the active one (null), or a version. */
export type OwnWording = (tx: Tx, template: string, version: number | null) => Promise<HospitalWording>;

/** Returns a part’s text in a language; null when the template lacks the part. */
export function wordsOf(template: Template, own: HospitalWording, part: WordingPart, locale: Locale): string | null {
  const house = defaultWording(template, part);
  return own.wordings?.[locale]?.[part] ?? (house && localized(house, locale));
}

/** Returns the built-in text of a part; null when the template lacks the part. */
export function defaultWording(template: Template, part: WordingPart): LocalizedText | null {
  switch (part) {
    case 'title':
      return template.inbox?.title ?? null;
    case 'body':
      return template.inbox?.body ?? null;
    case 'subject':
      return template.mail?.subject ?? null;
    case 'mail':
      return template.mail?.text ?? null;
    case 'sms':
      return template.sms;
    case 'push':
      return template.push ?? null;
  }
}

export interface Reader {
  locale: Locale;
  timeZone: string;
  /** Another time zone than the hospital’s, so times name it. */
  foreign?: boolean;
}

/**
 * Returns the reader’s format from the account’s preferred time zone (none means the hospital’s). Times in another zone than the hospital’s name it.
 */
export function readerOf(locale: Locale, wished: string | null | undefined, hospital: { timeZone: string }): Reader {
  const timeZone = wished ?? hospital.timeZone;
  return { locale, timeZone, foreign: timeZone !== hospital.timeZone };
}

/** Facts as stored with a message, before formatting for a reader. */
export type StoredFacts = Readonly<Record<string, unknown>>;

/** Replaces the facts in a text. A missing fact leaves an empty string, never its name in braces. */
export function fillIn(
  words: string,
  kinds: Readonly<Record<string, FactKind>>,
  facts: StoredFacts,
  reader: Reader,
  standing: Readonly<Record<string, string>> = {},
): string {
  const valueOf = (name: string): string => {
    if (Object.hasOwn(standing, name)) return standing[name] ?? '';
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const value = kind && facts[name];
    return kind && value !== undefined && value !== null ? written(kind, value, reader) : '';
  };
  return words.replace(/\{(\w+)\}/g, (place, name: string, at: number) =>
    parted(valueOf(name), words.slice(0, at), words.slice(at + place.length)),
  );
}

/** Puts a space where a value in Latin letters, such as a name, touches a Chinese character. */
function parted(value: string, before: string, after: string): string {
  const start = /\p{Script=Han}$/u.test(before) && /^\p{Script=Latin}/u.test(value) ? ' ' : '';
  const end = /\p{Script=Latin}$/u.test(value) && /^\p{Script=Han}/u.test(after) ? ' ' : '';
  return `${start}${value}${end}`;
}

function written(kind: FactKind, value: unknown, { locale, timeZone, foreign }: Reader): string {
  switch (kind) {
    case 'text':
      return value as FactValues['text'];
    case 'person': {
      const { name, nameLatin } = value as FactValues['person'];
      return nameInOrder(name, nameLatin, locale);
    }
    case 'localized':
      return localized(value as FactValues['localized'], locale);
    case 'instant': {
      const shape = { weekday: 'short', ...dateShapes.dateTime } as const;
      const at = new Date(value as FactValues['instant']);
      return foreign ? zonedFormat(locale, timeZone, shape)(at) : dateFormat(locale, { timeZone, ...shape }).format(at);
    }
    case 'day': {
      const shape = { timeZone: 'UTC', weekday: 'short', ...dateShapes.date } as const;
      return dateFormat(locale, shape).format(new Date(`${value as FactValues['day']}T00:00:00Z`));
    }
  }
}

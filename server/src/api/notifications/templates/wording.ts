import { formatsOf } from '../../../platform/formats-of.ts';
import { localized, type Locale, type LocalizedText, nameInOrder } from '@yunzhen/shared/core/locale';
import type { MessageWordings, WordingPart } from '@yunzhen/shared/notifications/message-words';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { FactKind, FactValues, Template } from './template.ts';

/** What a hospital says instead of the house, with the same facts in braces; null for the house’s words. Version 0 is the house’s. */
export interface HospitalWording {
  version: number;
  wordings: MessageWordings | null;
}

/** A hospital’s own words for a template: those in use now (null), or those of a version. */
export type OwnWording = (tx: Tx, template: string, version: number | null) => Promise<HospitalWording>;

/** What a part says in a language; null where the template does not have it. */
export function wordsOf(template: Template, own: HospitalWording, part: WordingPart, locale: Locale): string | null {
  const house = defaultWording(template, part);
  return own.wordings?.[locale]?.[part] ?? (house && localized(house, locale));
}

/** The words of the house for a part; null where the template does not have it. */
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
  /** Not the hospital’s zone: times name it. */
  foreign?: boolean;
}

/** Who reads, by the zone that the account wishes (none for the hospital’s): of another zone than the hospital’s is said which one it is. */
export function readerOf(locale: Locale, wished: string | null | undefined, hospital: { timeZone: string }): Reader {
  const timeZone = wished ?? hospital.timeZone;
  return { locale, timeZone, foreign: timeZone !== hospital.timeZone };
}

/** Facts as they are kept with a message, still to be written in a reader’s language. */
export type StoredFacts = Readonly<Record<string, unknown>>;

/** Fills the facts into the words. A fact that is missing leaves its place empty, never its name in braces. */
export function fillIn(
  words: string,
  kinds: Readonly<Record<string, FactKind>>,
  facts: StoredFacts,
  reader: Reader,
  standing: Readonly<Record<string, string>> = {},
): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (Object.hasOwn(standing, name)) return standing[name] ?? '';
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const value = kind && facts[name];
    return kind && value !== undefined && value !== null ? written(kind, value, reader) : '';
  });
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
    case 'instant':
      return new Intl.DateTimeFormat(formatsOf(locale), {
        timeZone,
        dateStyle: 'full',
        timeStyle: foreign ? 'full' : 'short',
      }).format(new Date(value as FactValues['instant']));
    case 'day':
      return new Intl.DateTimeFormat(formatsOf(locale), { timeZone: 'UTC', dateStyle: 'full' }).format(
        new Date(`${value as FactValues['day']}T00:00:00Z`),
      );
  }
}

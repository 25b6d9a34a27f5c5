import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/domain/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { FactKind, FactValues, Template } from './templates/template.ts';

/** The texts of a template that a person may read. */
export type WordingPart = 'title' | 'body' | 'subject' | 'mail' | 'sms';

/** A hospital’s own words for a part of a template, with the same facts in braces; null where it has none. */
export type OwnWording = (tx: Tx, template: string, part: WordingPart, locale: Locale) => Promise<string | null>;

/** The words of the house for a part; null where the template does not have it. */
export function houseWords(template: Template, part: WordingPart): LocalizedText | null {
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
  }
}

export interface Reader {
  locale: Locale;
  timeZone: string;
  /** Not the hospital’s zone: times name it. */
  foreign?: boolean;
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
      return locale === 'zh-CN' ? name : nameLatin || name;
    }
    case 'localized':
      return localized(value as FactValues['localized'], locale);
    case 'instant':
      return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        timeZone,
        dateStyle: 'full',
        timeStyle: foreign ? 'full' : 'short',
      }).format(new Date(value as FactValues['instant']));
    case 'day':
      return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', dateStyle: 'full' }).format(
        new Date(`${value as FactValues['day']}T00:00:00Z`),
      );
  }
}

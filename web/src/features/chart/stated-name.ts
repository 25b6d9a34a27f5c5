import { localized, punctuationOf, readsHan, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';

const han = /\p{Script=Han}/u;

/** A statement as its reader sees it: the first name, and what is beside it. */
export interface ShownName {
  readonly title: string;
  /** The original, or recognised names that the original does not contain; empty without either. */
  readonly beside: string;
}

/** Returns whether the text is in another script than the reader’s: Chinese for a reader of English, or the reverse. */
export function isForeign(text: string, locale: Locale): boolean {
  return /\p{L}/u.test(text) && han.test(text) !== readsHan(locale);
}

/** Returns the recognised names in the reader’s language with the original beside them. The original comes first where the reader can read it. */
export function shownName(text: string, names: readonly LocalizedText[], locale: Locale): ShownName {
  const own = names.map((name) => localized(name, locale));
  const joined = (some: readonly string[]) => some.join(punctuationOf(locale).list);
  if (own.length > 0 && isForeign(text, locale)) return { title: joined(own), beside: text };
  const said = text.toLowerCase();
  const isSaid = (name: string) => said.includes(name.toLowerCase()) || name.toLowerCase().includes(said);
  return { title: text, beside: joined(own.filter((name) => !isSaid(name))) };
}

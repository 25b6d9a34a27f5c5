import { languages } from './languages.ts';

export type Locale = keyof typeof languages;
export const locales = Object.keys(languages) as [Locale, ...Locale[]];

/** What is made for each language. */
export function byLocale<Value>(of: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, Value>;
}

/** What speakers of the language call it. */
export const localeNames: Record<Locale, string> = byLocale((locale) => languages[locale].name);

/** A text in several languages, by the first part of their tags. English and Chinese are always there, others where someone wrote them. */
export interface LocalizedText {
  en: string;
  zh: string;
}
type Texts = Readonly<Record<string, string | undefined>>;

/** A text as a program puts it together in each language. */
export const toLocalizedText = (of: (locale: Locale) => string): LocalizedText =>
  Object.fromEntries(locales.map((locale) => [textKeyOf(locale), of(locale)])) as unknown as LocalizedText;

/** `zh` of `zh-CN`. */
export const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** What localized texts call a language: `zh` for `zh-CN`; the whole tag for a second one of the same language. */
export const textKeyOf = (locale: Locale): string =>
  locales.find((each) => languageOf(each) === languageOf(locale)) === locale ? languageOf(locale) : locale;

/** Translations of the texts that are written in the code, by their English. */
const translations = new Map<string, Texts>();

/** Adds what a language says instead of the English texts in the code (core/content). */
export function translateContent(locale: Locale, texts: Texts): void {
  translations.set(locale, texts);
}

/** The text in the reader's language; in the first that there is where it has none. */
export function localized(text: LocalizedText, locale: Locale): string {
  const texts = text as unknown as Texts;
  const own = texts[textKeyOf(locale)] || translations.get(locale)?.[text.en] || texts[languageOf(locale)];
  return own || everyLanguage(text)[0] || '';
}

/** The same text in another language than the reader's, to tell similar things apart; empty where there is none. */
export function inAnotherLanguage(text: LocalizedText, locale: Locale): string {
  const own = languageOf(locale);
  const other = Object.entries(text).find(([key, words]) => languageOf(key) !== own && words !== '');
  return (other?.[1] as string | undefined) ?? '';
}

/** Every text that is not empty, in the order of the languages: for a search. */
export const everyLanguage = (text: LocalizedText): string[] => Object.values(text as object).filter(Boolean);

/** What was written for a language; for one that lacks it, what was written for its nearest relation or in English. */
export function inLocale<Value>(
  values: Partial<Record<Locale, Value>> & { readonly en: Value },
  locale: Locale,
): Value {
  const related = locales.find((each) => each in values && languageOf(each) === languageOf(locale));
  return values[locale] ?? (related && values[related]) ?? values.en;
}

/** Whether readers of the language read Chinese characters. */
export function readsHan(locale: Locale): boolean {
  return /^(Han|Jpan)/.test(new Intl.Locale(locale).maximize().script ?? '');
}

/** A person's name as its readers write it: 李伟 for readers of Chinese, Li Wei for others where that is known. */
export function nameInOrder(name: string, latin: string | undefined, locale: Locale): string {
  return readsHan(locale) || !latin ? name : latin;
}

const han = { list: '、', comma: '，', stop: '。', colon: '：', space: '' };
const latin = { list: ', ', comma: ', ', stop: '.', colon: ': ', space: ' ' };

/** What stands between the parts of an enumeration or a sentence that a program puts together. */
export const punctuationOf = (locale: Locale): typeof latin => (readsHan(locale) ? han : latin);

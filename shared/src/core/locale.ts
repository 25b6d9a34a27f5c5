import { languages } from './languages.ts';

export type Locale = keyof typeof languages;
export const locales = Object.keys(languages) as [Locale, ...Locale[]];

/** Returns a record with a value for each language. */
export function byLocale<Value>(of: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, Value>;
}

/** Each language’s name for itself. */
export const localeNames: Record<Locale, string> = byLocale((locale) => languages[locale].name);

/** A text in several languages, by the first part of their tags. English and Chinese are required, others optional. */
export interface LocalizedText {
  en: string;
  zh: string;
}
type Texts = Readonly<Record<string, string | undefined>>;

/** Builds a text from a function of the language. */
export const toLocalizedText = (of: (locale: Locale) => string): LocalizedText =>
  Object.fromEntries(locales.map((locale) => [textKeyOf(locale), of(locale)])) as unknown as LocalizedText;

/** Returns `zh` of `zh-CN`. */
export const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** Returns the supported language for a reader’s languages, the most wanted first: of each the same tag, else the same language. */
export function supportedLocale(tags: readonly string[]): Locale | undefined {
  for (const tag of tags.map((each) => each.toLowerCase())) {
    const same = locales.find((known) => known.toLowerCase() === tag);
    const offered = same ?? locales.find((known) => languageOf(known) === languageOf(tag));
    if (offered) return offered;
  }
  return undefined;
}

/** Returns the key of a language in localized texts: `zh` for `zh-CN`; the whole tag for a second form of the same language. */
export const textKeyOf = (locale: Locale): string =>
  locales.find((each) => languageOf(each) === languageOf(locale)) === locale ? languageOf(locale) : locale;

/** Translations of texts in the code, by their English text. */
const translations = new Map<string, Texts>();

/** Adds a language’s translations of the English texts in the code (core/content). */
export function translateContent(locale: Locale, texts: Texts): void {
  translations.set(locale, texts);
}

/** Returns the text in the reader's language, else in the first available one. */
export function localized(text: LocalizedText, locale: Locale): string {
  const texts = text as unknown as Texts;
  const own = texts[textKeyOf(locale)] || translations.get(locale)?.[text.en] || texts[languageOf(locale)];
  return own || everyLanguage(text)[0] || '';
}

/** Returns the same text in another language than the reader's, to distinguish similar things; empty without one. */
export function inAnotherLanguage(text: LocalizedText, locale: Locale): string {
  const own = languageOf(locale);
  const other = Object.entries(text).find(([key, words]) => languageOf(key) !== own && words !== '');
  return (other?.[1] as string | undefined) ?? '';
}

/** Returns every non-empty text, in the order of the languages, for a search. */
export const everyLanguage = (text: LocalizedText): string[] => Object.values(text as object).filter(Boolean);

/** Returns the value for a language; if missing, that of its closest relative or English. */
export function inLocale<Value>(
  values: Partial<Record<Locale, Value>> & { readonly en: Value },
  locale: Locale,
): Value {
  const related = locales.find((each) => each in values && languageOf(each) === languageOf(locale));
  return values[locale] ?? (related && values[related]) ?? values.en;
}

/** Returns whether readers of the language read Chinese characters. */
export function readsHan(locale: Locale): boolean {
  return /^(Han|Jpan)/.test(new Intl.Locale(locale).maximize().script ?? '');
}

/** Returns a person's name in the language's form: 李伟 for readers of Chinese, Li Wei for others where known. */
export function nameInOrder(name: string, latin: string | undefined, locale: Locale): string {
  return readsHan(locale) || !latin ? name : latin;
}

const han = { list: '、', comma: '，', stop: '。', colon: '：', space: '' };
const latin = { list: ', ', comma: ', ', stop: '.', colon: ': ', space: ' ' };

/** Returns the punctuation between the parts of a generated list or sentence. */
export const punctuationOf = (locale: Locale): typeof latin => (readsHan(locale) ? han : latin);

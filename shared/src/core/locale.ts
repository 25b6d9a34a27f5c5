export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** What speakers of the language call it. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' };

/** A text that the hospital keeps in both languages. */
export interface LocalizedText {
  en: string;
  zh: string;
}

/** The text in the reader's language; the other one where the first is empty. */
export function localized(text: LocalizedText, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh || text.en : text.en || text.zh;
}

import type { Locale } from '@yunzhen/shared/core/locale';

/** Dates in English are in British order. */
const formats: Partial<Record<Locale, string>> = { en: 'en-GB' };

/** Which language’s dates and numbers papers and messages have, for Intl. */
export const formatsOf = (locale: Locale): string => formats[locale] ?? locale;

import type { Locale } from '@yunzhen/shared/core/locale';

/** English dates are in British order. */
const formats: Partial<Record<Locale, string>> = { en: 'en-GB' };

/** Returns the Intl locale for dates and numbers in documents and messages. */
export const formatsOf = (locale: Locale): string => formats[locale] ?? locale;

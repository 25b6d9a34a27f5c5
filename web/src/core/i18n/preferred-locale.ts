import { locales, supportedLocale, type Locale } from '@yunzhen/shared/core/locale';

/** Local storage key of the chosen language. */
export const localeKey = 'yunzhen.locale';

export function storedLocale(): Locale | undefined {
  try {
    const stored = localStorage.getItem(localeKey);
    return locales.find((known) => known === stored);
  } catch {
    return undefined;
  }
}

/** Returns the initial language: the one chosen in this browser, else the first supported one of the browser’s languages, else the app’s first. */
export function preferredLocale(): Locale {
  return storedLocale() ?? supportedLocale(navigator.languages) ?? locales[0];
}

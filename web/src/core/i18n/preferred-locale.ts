import { locales, type Locale } from '@yunzhen/shared/core/locale';

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
  const chosen = storedLocale();
  if (chosen) return chosen;
  for (const wish of navigator.languages) {
    const same = locales.find((known) => known.toLowerCase() === wish.toLowerCase());
    const offered = same ?? locales.find((known) => languageOf(known) === languageOf(wish));
    if (offered) return offered;
  }
  return locales[0];
}

/** `zh` of `zh-Hant-TW`. */
const languageOf = (tag: string) => tag.toLowerCase().split('-')[0];

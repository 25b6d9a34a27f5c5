import { locales, type Locale } from '@yunzhen/shared/core/locale';

/** Where this browser stores the language that was chosen. */
export const localeKey = 'yunzhen.locale';

export function storedLocale(): Locale | undefined {
  try {
    const stored = localStorage.getItem(localeKey);
    return locales.find((known) => known === stored);
  } catch {
    return undefined;
  }
}

/** The language to start with: the one chosen here before, else the first of the browser's that the app has, else the first of the app. */
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

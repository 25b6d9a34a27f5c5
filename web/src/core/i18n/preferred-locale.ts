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

/** The language to start with: the one chosen here before, else the first of the browser's that the app has. */
export function preferredLocale(): Locale {
  const chosen = storedLocale();
  if (chosen) return chosen;
  for (const wish of navigator.languages) {
    if (wish.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (wish.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

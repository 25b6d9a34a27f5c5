import { createI18n } from 'vue-i18n';
import { locales, type Locale } from '@yunzhen/shared/domain/locale';
import type { ErrorTexts } from './error-texts.ts';
import type { MessageTree, PathsOf, Translated } from './message-shape.ts';
import type en from './messages/en/index.ts';

export type Messages = Translated<typeof en>;
export type MessageKey = PathsOf<typeof en>;

const storageKey = 'yunzhen.locale';

/** Each language is a file of its own; only the reader's is fetched. */
const loaders: Record<Locale, () => Promise<{ messages: Messages; errors: ErrorTexts }>> = {
  en: async () => pair(await Promise.all([import('./messages/en/index.ts'), import('./messages/en/errors.ts')])),
  'zh-CN': async () =>
    pair(await Promise.all([import('./messages/zh-CN/index.ts'), import('./messages/zh-CN/errors.ts')])),
};

function pair([messages, errors]: [{ default: Messages }, { default: ErrorTexts }]) {
  return { messages: messages.default, errors: errors.default };
}

const errorTexts = new Map<Locale, ErrorTexts>();

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Locale,
  fallbackWarn: false,
  messages: {} as Record<Locale, MessageTree>,
});

export function currentLocale(): Locale {
  return i18n.global.locale.value;
}

export function currentErrorTexts(): ErrorTexts | undefined {
  return errorTexts.get(currentLocale());
}

/** The language to start with: the one chosen here before, else the first of the browser's that we speak. */
export function preferredLocale(): Locale {
  const chosen = readStored();
  if (chosen) return chosen;
  for (const language of navigator.languages) {
    if (language.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (language.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

/** Loads the language where needed and shows it everywhere at once. Remembers it in this browser. */
export async function setLocale(locale: Locale): Promise<void> {
  if (!errorTexts.has(locale)) {
    const { messages, errors } = await loaders[locale]();
    errorTexts.set(locale, errors);
    i18n.global.setLocaleMessage(locale, messages);
  }
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Without storage the choice holds for this page.
  }
}

function readStored(): Locale | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return locales.find((locale) => locale === stored);
  } catch {
    return undefined;
  }
}

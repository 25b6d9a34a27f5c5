import { localized as inLanguage, punctuationOf, type LocalizedText } from '@yunzhen/shared/core/locale';
import { currentLocale, sayIn } from './i18n.ts';
import type { MessageKey } from './text-source.ts';

type Named = Record<string, string | number>;

/** Returns a text by its key, for use outside components. */
export function translate(key: MessageKey, named: Named = {}): string {
  return sayIn(key, named);
}

/**
 * Returns texts in the reader’s language: `t` by key (a wrong key does not compile), `plural` by key and count, `localized` for texts that the
 * hospital stores in both languages, `labelled` for a label with the colon of the language and its space.
 */
export function useText() {
  return {
    locale: currentLocale,
    t: translate,
    plural: (key: MessageKey, count: number, named: Named = {}): string => sayIn(key, { ...named, n: count }, count),
    localized: (text: LocalizedText): string => inLanguage(text, currentLocale.value),
    labelled: (label: string): string => `${label}${punctuationOf(currentLocale.value).colon}`,
  };
}

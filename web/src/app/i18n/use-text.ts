import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { localized as inLanguage, type Locale, type LocalizedText } from '@yunzhen/shared/domain/locale';
import { i18n, type MessageKey } from './i18n.ts';

type Named = Record<string, string | number>;

/** A text by its key, outside of components. */
export function translate(key: MessageKey, named: Named = {}): string {
  return i18n.global.t(key, named);
}

/**
 * Texts in the reader's language: `t` by key (a wrong key does not compile), `plural` by key and count, `localized` for
 * what the hospital keeps in both languages.
 */
export function useText() {
  const { t, locale } = useI18n({ useScope: 'global' });
  const current = computed(() => locale.value as Locale);
  return {
    locale: current,
    t: (key: MessageKey, named: Named = {}): string => t(key, named),
    plural: (key: MessageKey, count: number, named: Named = {}): string => t(key, { ...named, n: count }, count),
    localized: (text: LocalizedText): string => inLanguage(text, current.value),
  };
}

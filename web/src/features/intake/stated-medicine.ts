import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';

/**
 * Returns a stated medicine’s name in the reader’s language, unless the patient’s own text contains it. Empty when it does, or when no medicine was
 * recognised: nothing is guessed.
 */
export function namesBeside(
  { text, names }: { readonly text: string; readonly names: readonly LocalizedText[] },
  locale: Locale,
): string {
  const said = text.toLowerCase();
  return names
    .map((name) => localized(name, locale))
    .filter((name) => !said.includes(name.toLowerCase()))
    .join(', ');
}

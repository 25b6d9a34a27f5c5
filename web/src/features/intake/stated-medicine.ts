import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';

/**
 * What a stated medicine is called in the reader’s language, where the words of whoever stated it do not say so already. Empty when they
 * do, or when nothing was recognised in them: nothing is guessed.
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

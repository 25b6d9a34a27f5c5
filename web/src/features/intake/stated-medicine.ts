import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';

/**
 * Returns a stated medicine’s names in the reader’s language that the patient’s own text does not contain. None when no medicine was recognised:
 * nothing is guessed.
 */
export function namesBeside(
  { text, names }: { readonly text: string; readonly names: readonly LocalizedText[] },
  locale: Locale,
): string[] {
  const said = text.toLowerCase();
  return names.map((name) => localized(name, locale)).filter((name) => !said.includes(name.toLowerCase()));
}

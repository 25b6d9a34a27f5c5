import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { useText } from '../../core/i18n/index.ts';
import { isForeign, shownName, type ShownName } from './stated-name.ts';

/** Shows what patients and doctors have entered to a reader of another language. */
export function useStated() {
  const { t, locale } = useText();
  return {
    nameOf: (text: string, names: readonly LocalizedText[]): ShownName => shownName(text, names, locale.value),
    /** Marks text in another script as entered, because it is not translated. */
    asEntered: (text: string): string => (isForeign(text, locale.value) ? t('chart.asEntered', { text }) : text),
  };
}

import {
  inAnotherLanguage,
  nameInOrder,
  punctuationOf,
  readsHan,
  type LocalizedText,
} from '@yunzhen/shared/core/locale';
import { useText } from '../../core/i18n/index.ts';
import { useComfort } from '../kit/density.ts';

/**
 * Names for sentences and labels, where a component cannot stand: in the reader’s language, on staff pages with the original in brackets, as
 * `LocalizedName` and `PersonName` show it.
 */
export function useNames() {
  const { localized, locale } = useText();
  const comfortable = useComfort();
  const beside = (first: string, second: string) => {
    if (comfortable || second === '' || second === first) return first;
    return readsHan(locale.value) ? `${first}（${second}）` : `${first} (${second})`;
  };
  return {
    /** A thing: "Apple (苹果)". */
    thingName: (name: LocalizedText) => beside(localized(name), inAnotherLanguage(name, locale.value)),
    /** A person: "Li Wei (李伟)"; readers of Chinese see 李伟 alone. */
    personName: ({ name, nameLatin }: { name: string; nameLatin?: string | undefined }) =>
      beside(nameInOrder(name, nameLatin, locale.value), name),
    /** Several things as a list. */
    thingNames: (names: readonly LocalizedText[]) =>
      names
        .map((name) => beside(localized(name), inAnotherLanguage(name, locale.value)))
        .join(punctuationOf(locale.value).list),
  };
}

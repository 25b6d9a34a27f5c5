import { useText } from '../../../core/i18n/index.ts';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';

/** Names of the safety checks, and lists of them, in the reader’s language. */
export function useCheckLabels() {
  const { t, locale } = useText();
  return {
    /** An unknown check is shown by its own name. */
    nameOfCheck(check: string): string {
      const known = safetyChecks.find((each) => each === check);
      return known ? t(`workbench.safety.check.${known}`) : check;
    },
    listOf: (names: readonly string[]): string =>
      new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(names),
  };
}

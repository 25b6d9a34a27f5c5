import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { useFormats, useText } from '../../../core/i18n/index.ts';

/** Names of the safety checks, and lists of them, in the reader’s language. */
export function useCheckLabels() {
  const { t } = useText();
  const formats = useFormats();
  return {
    /** An unknown check is shown by its own name. */
    nameOfCheck(check: string): string {
      const known = safetyChecks.find((each) => each === check);
      return known ? t(`alerts.check.${known}`) : check;
    },
    listOf: (names: readonly string[]): string => formats.value.listWithAnd(names),
  };
}

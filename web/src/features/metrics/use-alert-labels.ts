import type { AlertRule } from '@yunzhen/shared/prescribing/alert-rates.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { useFormats, useText } from '../../core/i18n/index.ts';
import { inBrackets } from '../../core/i18n/in-brackets.ts';

/** Labels of rules, counts and reasons of alerts in the reader’s language. A folded count is shown as under five. */
export function useAlertLabels() {
  const { t, localized, locale } = useText();
  const formats = useFormats();
  const times = (count: number | null) =>
    count === null ? t('figures.alerts.underFive') : formats.value.number(count);
  function nameOfCheck(check: string): string {
    const known = safetyChecks.find((each) => each === check);
    return known ? t(`figures.alerts.check.${known}`) : check;
  }
  return {
    times,
    nameOfCheck,
    textOf: ({ check, text }: AlertRule) => (text ? localized(text) : nameOfCheck(check)),
    /** In brackets; empty where one of the two is folded. */
    shareOf({ shown, overridden }: Pick<AlertRule, 'shown' | 'overridden'>): string {
      if (!shown || overridden === null) return '';
      return inBrackets('', formats.value.percent(overridden / shown), locale.value);
    },
    reasonOf: (reason: AlertRule['reasons'][number]['reason']) =>
      reason ? t(`alerts.override.${reason}`) : t('figures.alerts.rareReasons'),
  };
}

import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { useText } from '../../../core/i18n/index.ts';
import { useNames } from '../../../ui/index.ts';

/** Describes a prescription’s state in a sentence. */
export function useReviewLabels() {
  const { t } = useText();
  const { personName } = useNames();
  return ({ status, pharmacist }: Pick<Prescription, 'status' | 'pharmacist'>): string =>
    t(`workbench.review.${status}`, {
      name: pharmacist ? personName(pharmacist) : t('workbench.review.somebody'),
    });
}

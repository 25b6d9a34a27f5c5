import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { useText } from '../../../core/i18n/index.ts';
import { nameInOrder } from '../../../ui/index.ts';

/** Describes a prescription’s state in a sentence. */
export function useReviewLabels() {
  const { t, locale } = useText();
  return ({ status, pharmacist }: Pick<Prescription, 'status' | 'pharmacist'>): string =>
    t(`workbench.review.${status}`, {
      name: pharmacist
        ? nameInOrder(pharmacist.name, pharmacist.nameLatin, locale.value)
        : t('workbench.review.somebody'),
    });
}

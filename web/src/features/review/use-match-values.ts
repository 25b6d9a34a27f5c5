import { computed, type ComputedRef } from 'vue';
import type { ReviewDetail } from '@yunzhen/shared/review/review.contract';
import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import { doseText } from '@yunzhen/shared/prescribing/dose/instruction';
import { useText } from '../../core/i18n/index.ts';
import { useNames } from '../../ui/index.ts';
import { bothNames } from '../../ui/people/both-names.ts';
import { checkedInFull, notRun } from './findings.ts';

/** What each of the ten matches compares: the values of this prescription, one line each. */
export function useMatchValues(review: () => ReviewDetail): ComputedRef<Record<ReviewMatch, string[]>> {
  const { t, plural, localized, labelled, locale } = useText();
  const { thingName } = useNames();
  return computed(() => {
    const { prescription, patientFacts, safetyNow } = review();
    const { patient, items, diagnoses, department } = prescription;
    /** With several medicines each value names its own. */
    const ofEach = (value: (item: (typeof items)[number]) => string) =>
      items.map((item) => (items.length > 1 ? labelled(thingName(item.productName)) + value(item) : value(item)));
    const interactions = safetyNow.issues.filter(({ check }) => check === 'interaction');
    const whole = checkedInFull(safetyNow).includes('interaction');
    const unchecked = notRun(safetyNow).includes('interaction') ? 'interactionNotChecked' : 'interactionPartly';
    return {
      department: [localized(department)],
      name: [bothNames(patient, locale.value)],
      age: [`${plural('review.age', patient.age)} · ${t(`account.sex.${patient.sex}`)}`],
      'medicine-name': items.map(({ productName }) => thingName(productName)),
      form: ofEach(({ form }) => localized(form)),
      strength: ofEach(({ strength }) => strength),
      quantity: ofEach(({ quantity }) => localized(doseText(quantity))),
      properties: [
        ...ofEach(({ route }) => t(`alerts.route.${route}`)),
        ...interactions.map(({ title }) => localized(title)),
        ...(whole && interactions.length === 0 ? [t('review.checklist.noInteraction')] : []),
        ...(whole ? [] : [t(`review.checklist.${unchecked}`)]),
      ],
      usage: ofEach(({ instruction }) => localized(instruction)),
      diagnosis: [
        ...diagnoses.map(({ title, code }) => `${thingName(title)} · ${code}`),
        ...patientFacts.conditions.map((condition) => t('review.checklist.onRecord', { name: thingName(condition) })),
      ],
    };
  });
}

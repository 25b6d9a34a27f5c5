import { computed } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { useText } from '../../../core/i18n/index.ts';
import type { useIntakeDraft } from '../use-intake-draft.ts';
import type { useQuestionScreens } from './use-question-screens.ts';
import type { WalkPlace } from './use-walk-place.ts';

/** What a step of the intake says: its title, its button, and how far the patient is. */
export function useWalkLabels(parts: {
  intake: Pick<ReturnType<typeof useIntakeDraft>, 'form'>;
  screens: ReturnType<typeof useQuestionScreens>;
  at: WalkPlace;
  chart: () => Chart;
}) {
  const { t, localized } = useText();
  const { screens } = parts;
  const { form } = parts.intake;
  const { steps, step } = parts.at;
  const continueLabel = computed(() => {
    if (step.value === 'allergies') return t('care.prepare.allergies.confirm');
    if (step.value !== 'medicines') return t('common.continue');
    const some = parts.chart().medicines.length > 0;
    return t(some ? 'care.prepare.medicines.confirm' : 'care.prepare.medicines.confirmNone');
  });
  const heading = computed(() => {
    const [question] = screens.questions.value;
    switch (step.value) {
      case 'topic':
        return { title: t('intake.topic.title'), lead: t('intake.topic.lead') };
      case 'questions':
        return { title: question ? localized(question.text) : '', lead: undefined };
      case 'duration':
        return { title: t('care.prepare.duration.title'), lead: undefined };
      default:
        return { title: t(`care.prepare.${step.value}.title`), lead: t(`care.prepare.${step.value}.lead`) };
    }
  });
  const place = computed(() => {
    const here = t('care.prepare.step', { n: steps.value.indexOf(step.value) + 1, of: steps.value.length });
    if (step.value !== 'questions' || !form.value) return here;
    const [n, of] = [screens.index.value + 1, screens.screens.value.length];
    return `${here} · ${t('intake.questions.place', { form: localized(form.value.title), n, of })}`;
  });
  const share = computed(() => {
    const within = step.value === 'questions' ? screens.index.value / Math.max(1, screens.screens.value.length) : 0;
    return Math.round(((steps.value.indexOf(step.value) + within) / steps.value.length) * 100);
  });
  return { continueLabel, heading, place, share };
}

import { computed } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import type { IntakePage } from '@yunzhen/shared/intake/answers/steps';
import { useText } from '../../../core/i18n/index.ts';
import { isKnown } from './known-record.ts';
import { minutesLeft, shareOf, type WalkPoint } from './time-left.ts';
import { ofEveryVisit, type useQuestions } from './use-questions.ts';

/** Texts of an intake page: title, progress, and remaining time. */
export function useWalkLabels(parts: {
  questions: ReturnType<typeof useQuestions>;
  page: () => IntakePage | 'done';
  chart: () => Chart;
}) {
  const { t, plural } = useText();
  const { questions, open } = parts.questions;
  /** Evaluated once, so that the page keeps its title while it is filled in. */
  const known = isKnown(parts.chart());
  const asked = Object.keys(ofEveryVisit).length;

  const heading = computed(() => {
    if (parts.page() === 'questions') return { title: t('intake.questions.title'), lead: t('intake.questions.lead') };
    const title = t(known ? 'intake.record.title' : 'intake.record.titleNew');
    return { title, lead: t('intake.record.lead') };
  });
  const point = computed<WalkPoint>(() =>
    parts.page() === 'questions'
      ? {
          page: 'questions',
          asked: questions.value.filter(({ optional }) => !optional).length + asked,
          open: Object.keys(open.value).length,
        }
      : { page: 'record' },
  );
  const timeOf = (at: WalkPoint) => plural('intake.timeLeft', minutesLeft(at));

  return {
    heading,
    place: computed(() => timeOf(point.value)),
    share: computed(() => shareOf(point.value)),
    /** The danger signs, which come first. */
    danger: computed(() => ({ place: timeOf({ page: 'danger' }), share: shareOf({ page: 'danger' }) })),
  };
}

import { computed } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { stepsOf, type IntakeStep } from '@yunzhen/shared/intake/answers/steps';
import type { useIntakeDraft } from '../use-intake-draft.ts';
import { isAnswered } from './step-rules.ts';

/** Where a patient is among the steps of the intake, and whether this step is answered. */
export function useWalkPlace(
  { draft, form, fetching }: Pick<ReturnType<typeof useIntakeDraft>, 'draft' | 'form' | 'fetching'>,
  parts: { chart: () => Chart; ahead: boolean },
) {
  const asked = computed(() => form.value !== undefined || fetching.value);
  const steps = computed(() => stepsOf(asked.value, parts.ahead));
  /** A draft that stands at questions which are not asked any more goes on after them. */
  const step = computed<IntakeStep>(() =>
    draft.value.step === 'questions' && !form.value ? 'topic' : draft.value.step,
  );
  /** The questions have to be there before one goes on to them. */
  const answered = computed(
    () => !(step.value === 'topic' && fetching.value) && isAnswered(step.value, draft.value, parts.chart()),
  );
  return { asked, steps, step, answered };
}

export type WalkPlace = ReturnType<typeof useWalkPlace>;

import { computed, nextTick, watch, type Ref } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeStep } from '@yunzhen/shared/intake/answers/steps';
import type { DraftSubject } from '../queries.ts';
import { useIntakeDraft, type StoredIntake } from '../use-intake-draft.ts';
import { stepAfter, stepBefore } from './step-rules.ts';
import { useDangerStop } from './use-danger-stop.ts';
import { useQuestionScreens } from './use-question-screens.ts';
import { useWalkLabels } from './use-walk-labels.ts';
import { useWalkPlace } from './use-walk-place.ts';

interface WalkParts {
  of: DraftSubject;
  first: () => IntakeDraft;
  kept: StoredIntake;
  chart: () => Chart;
  page: Readonly<Ref<HTMLElement | null>>;
  questionsStep: Readonly<Ref<{ focusFault(): Promise<void> } | null>>;
  /** Days before an appointment, or on the way into the waiting room. */
  ahead: boolean;
}

/** What is asked before a visit, walked through screen by screen: where one is, on and back, and danger signs that stop it. */
export function useIntakeWalk(parts: WalkParts) {
  const intake = useIntakeDraft(parts.of, parts.first(), parts.kept);
  const { draft } = intake;
  watch(parts.first, intake.see);
  const screens = useQuestionScreens(intake);
  const stop = useDangerStop(draft);
  const { flags, stopAt } = stop;
  /** True when earlier answers were carried over, so that the patient only reviews what must be asked again. */
  const takenAlong = !parts.ahead && parts.first().appointmentId !== null;

  const at = useWalkPlace(intake, parts);
  const { asked, step } = at;
  const labels = useWalkLabels({ intake, screens, at, chart: parts.chart });

  async function show(): Promise<void> {
    await nextTick();
    window.scrollTo({ top: 0 });
    parts.page.value?.querySelector('h1')?.focus({ preventScroll: true });
  }

  async function goTo(next: IntakeStep | undefined): Promise<void> {
    if (!next) return;
    draft.value.step = next;
    draft.value.question = null;
    if (next === 'questions') screens.first();
    await show();
  }

  async function goOn(): Promise<void> {
    if (step.value !== 'questions') return goTo(stepAfter(step.value, asked.value));
    if (!screens.check()) return parts.questionsStep.value?.focusFault();
    const open = screens.openFlags();
    if (open.length > 0) return stopAt(open, goOn);
    if (takenAlong && draft.value.duration !== null && draft.value.priorDiagnosis !== null && screens.areComplete())
      return goTo('allergies');
    if (screens.next()) return show();
    return goTo(stepAfter('questions', true));
  }

  async function goBack(): Promise<void> {
    if (flags.value.length > 0) {
      flags.value = [];
      return;
    }
    if (step.value === 'questions' && screens.back()) return show();
    const before = stepBefore(step.value, asked.value);
    await goTo(before);
    if (before === 'questions') screens.last();
  }

  return {
    ...intake,
    ...at,
    ...labels,
    ...stop,
    screens,
    mayGoBack: computed(() => flags.value.length > 0 || stepBefore(step.value, asked.value) !== undefined),
    show,
    goTo,
    goOn,
    goBack,
  };
}

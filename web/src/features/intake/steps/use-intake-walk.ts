import { computed, nextTick, shallowRef, watch, type Ref } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import { stepsOf, type IntakeStep } from '@yunzhen/shared/intake/answers/steps';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { useText } from '../../../core/i18n/index.ts';
import type { DraftSubject } from '../queries.ts';
import { useIntakeDraft, type StoredIntake } from '../use-intake-draft.ts';
import { isAnswered, stepAfter, stepBefore } from './step-rules.ts';
import { useQuestionScreens } from './use-question-screens.ts';

/** What is asked before a visit, walked through screen by screen: where one is, on and back, and danger signs that stop it. */
export function useIntakeWalk(parts: {
  of: DraftSubject;
  first: () => IntakeDraft;
  kept: StoredIntake;
  chart: () => Chart;
  page: Readonly<Ref<HTMLElement | null>>;
  questionsStep: Readonly<Ref<{ focusFault(): Promise<void> } | null>>;
  /** Days before an appointment, or on the way into the waiting room. */
  ahead: boolean;
}) {
  const { t, localized } = useText();
  const intake = useIntakeDraft(parts.of, parts.first(), parts.kept);
  const { draft, form, fetching } = intake;
  watch(parts.first, intake.see);
  const screens = useQuestionScreens(intake);
  const flags = shallowRef<readonly RedFlagId[]>([]);
  /** What goes on once a danger sign was said to be none. */
  let afterFlags: () => unknown = () => undefined;
  /** Answers of days before were taken along: who has looked at what is asked anew need not walk through all of them again. */
  const takenAlong = !parts.ahead && parts.first().appointmentId !== null;

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

  function stopAt(open: readonly RedFlagId[], then: () => unknown): void {
    flags.value = open;
    afterFlags = then;
  }

  function dismiss(those: readonly RedFlagId[]): void {
    draft.value.dismissedFlags = [...new Set([...draft.value.dismissedFlags, ...those])];
    flags.value = [];
    void afterFlags();
  }

  return {
    ...intake,
    screens,
    flags,
    asked,
    step,
    answered,
    continueLabel,
    heading,
    place,
    share,
    mayGoBack: computed(() => flags.value.length > 0 || stepBefore(step.value, asked.value) !== undefined),
    show,
    goTo,
    goOn,
    goBack,
    stopAt,
    dismiss,
  };
}

import { computed, nextTick, watch, type Ref } from 'vue';
import { followUpDutyOf } from '@yunzhen/shared/chart/visit-basis';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import { pageOf, stepOfPage, type IntakePage } from '@yunzhen/shared/intake/answers/steps';
import { useSessionStore } from '../../accounts/index.ts';
import type { DraftSubject } from '../queries.ts';
import { useIntakeDraft, type StoredIntake } from '../use-intake-draft.ts';
import { useDangerStop } from './use-danger-stop.ts';
import { useQuestions } from './use-questions.ts';
import { useWalkLabels } from './use-walk-labels.ts';

interface WalkParts {
  of: DraftSubject;
  first: () => IntakeDraft;
  kept: StoredIntake;
  chart: () => Chart;
  root: Readonly<Ref<HTMLElement | null>>;
  questionsPage: Readonly<Ref<{ focusFault(): Promise<void> } | null>>;
  /** Whether the intake is ahead of an appointment, rather than on the way into the waiting room. */
  ahead: boolean;
}

/** Navigation through the intake, page by page: current page, next and back, and danger signs that stop it. */
export function useIntakeWalk(parts: WalkParts) {
  const intake = useIntakeDraft(parts.of, parts.first(), parts.kept);
  const { draft } = intake;
  watch(parts.first, intake.see);
  const session = useSessionStore();
  const needsEvidence = () => followUpDutyOf(session.account?.hospital.jurisdiction ?? '') !== null;
  const questions = useQuestions({ ...intake, needsEvidence });
  const stop = useDangerStop(draft);
  const { flags, stopAt } = stop;
  const page = computed(() => pageOf(draft.value.step, parts.ahead));
  const labels = useWalkLabels({ questions, page: () => page.value, chart: parts.chart });

  async function show(): Promise<void> {
    await nextTick();
    window.scrollTo({ top: 0 });
    parts.root.value?.querySelector('h1')?.focus({ preventScroll: true });
  }

  async function goTo(next: IntakePage | 'done'): Promise<void> {
    flags.value = [];
    draft.value.step = stepOfPage[next];
    draft.value.question = null;
    await show();
  }

  /** Leaves the questions once they are answered; otherwise focuses the first that is not. */
  async function leaveQuestions(): Promise<void> {
    if (!questions.check()) return parts.questionsPage.value?.focusFault();
    const open = questions.openFlags();
    if (open.length > 0) return stopAt(open, leaveQuestions);
    await goTo('record');
  }

  /** A ticked danger sign stops the intake at once: help must not wait for the rest of the page. */
  async function noticeDanger(): Promise<void> {
    await nextTick();
    const open = questions.openFlags();
    if (open.length > 0) stopAt(open, show);
  }

  async function goBack(): Promise<void> {
    if (flags.value.length === 0) return goTo('questions');
    flags.value = [];
    await show();
  }

  return {
    ...intake,
    ...labels,
    ...stop,
    questions,
    page,
    mayGoBack: computed(() => flags.value.length > 0 || page.value !== 'questions'),
    show,
    goTo,
    leaveQuestions,
    noticeDanger,
    goBack,
  };
}

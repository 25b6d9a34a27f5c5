import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { answerFaults, type AnswerFault } from '@yunzhen/shared/intake/answers/answer-faults';
import { dangerSignsOf, screensOf } from '@yunzhen/shared/intake/answers/answers';
import type { IntakeForm, IntakeSubject } from '@yunzhen/shared/intake/forms/form';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { localDay } from '../local-day.ts';

/** The screens of the questions: where one is, what is wrong on it, and which danger signs were named. */
export function useQuestionScreens(parts: {
  draft: Ref<IntakeDraftContent>;
  form: ComputedRef<IntakeForm | undefined>;
  pictures: Ref<IntakePicture[]>;
  subject: IntakeSubject;
}) {
  const { draft, form, subject } = parts;
  const shown = shallowRef<Readonly<Record<string, AnswerFault>>>({});
  const screens = computed(() => (form.value ? screensOf(form.value, draft.value.answers, subject) : []));
  const index = computed(() =>
    Math.max(
      0,
      screens.value.findIndex((screen) => screen.some(({ id }) => id === draft.value.question)),
    ),
  );
  const questions = computed(() => screens.value[index.value] ?? []);

  function allFaults(): Readonly<Record<string, AnswerFault>> {
    if (!form.value) return {};
    // Pictures stand beside the answers and are checked where they come in.
    return answerFaults(form.value, draft.value.answers, subject, localDay());
  }

  function goTo(place: number): boolean {
    const target = screens.value[place]?.[0];
    shown.value = {};
    if (target) draft.value.question = target.id;
    return target !== undefined;
  }

  return {
    screens,
    index,
    questions,
    faults: shown,
    next: () => goTo(index.value + 1),
    back: () => index.value > 0 && goTo(index.value - 1),
    first: () => goTo(0),
    last: () => goTo(screens.value.length - 1),
    /** Whether the screen may be left; what is wrong is shown beside the fields. */
    check(): boolean {
      const here = new Set(questions.value.map(({ id }) => id));
      shown.value = Object.fromEntries(Object.entries(allFaults()).filter(([id]) => here.has(id)));
      return Object.keys(shown.value).length === 0;
    },
    areComplete: () => Object.keys(allFaults()).length === 0,
    /** Goes to the first question that is not answered as it should be; false where there is none. */
    goToFault(): boolean {
      const faults = allFaults();
      const place = screens.value.findIndex((screen) => screen.some(({ id }) => faults[id]));
      if (place < 0) return false;
      goTo(place);
      shown.value = faults;
      return true;
    },
    /** Danger signs that answers name and of which nobody has said that they are no emergency. */
    openFlags: (): RedFlagId[] =>
      form.value
        ? dangerSignsOf(form.value, draft.value.answers, subject).filter(
            (id) => !draft.value.dismissedFlags.includes(id),
          )
        : [],
  };
}

import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { answerFaults, type AnswerFault } from '@yunzhen/shared/intake/answers/answer-faults';
import { askedQuestions, dangerSignsOf } from '@yunzhen/shared/intake/answers/answers';
import type { IntakeForm, IntakeSubject } from '@yunzhen/shared/intake/forms/form';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { localDay } from '../local-day.ts';

export type QuestionFaults = Readonly<Record<string, AnswerFault>>;

/** Questions of every visit, beside those of its form. No id of a form has such a name. */
export const ofEveryVisit = { duration: 'visit.duration', prior: 'visit.prior' } as const;

/** The questions of this visit: what is asked, what is wrong with an answer, and which danger signs were named. */
export function useQuestions(parts: {
  draft: Ref<IntakeDraftContent>;
  form: ComputedRef<IntakeForm | undefined>;
  subject: IntakeSubject;
}) {
  const { draft, form, subject } = parts;
  const shown = shallowRef<QuestionFaults>({});
  const questions = computed(() => (form.value ? askedQuestions(form.value, draft.value.answers, subject) : []));
  /** What still has to be answered or corrected. Pictures are checked where they are uploaded. */
  const open = computed<QuestionFaults>(() => {
    const faults: Record<string, AnswerFault> = form.value
      ? { ...answerFaults(form.value, draft.value.answers, subject, localDay()) }
      : {};
    if (draft.value.duration === null) faults[ofEveryVisit.duration] = 'required';
    if (draft.value.priorDiagnosis === null) faults[ofEveryVisit.prior] = 'required';
    return faults;
  });
  // A fault that is corrected disappears; a new one waits for the next try to go on.
  watch(open, (now) => {
    shown.value = Object.fromEntries(
      Object.keys(shown.value).flatMap((id) => (now[id] === undefined ? [] : [[id, now[id]]])),
    );
  });

  return {
    questions,
    faults: shown,
    open,
    /** Whether the page may be left; what is wrong is shown beside the fields. */
    check(): boolean {
      shown.value = open.value;
      return Object.keys(open.value).length === 0;
    },
    /** Danger signs that answers name and that the patient has not said to be no emergency. */
    openFlags: (): RedFlagId[] =>
      form.value
        ? dangerSignsOf(form.value, draft.value.answers, subject).filter(
            (id) => !draft.value.dismissedFlags.includes(id),
          )
        : [],
  };
}

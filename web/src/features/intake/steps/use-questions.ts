import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { evidenceQuestion } from '@yunzhen/shared/intake/intake.constants';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import { answerFaults, type AnswerFault } from '@yunzhen/shared/intake/answers/answer-faults';
import { askedQuestions, dangerSignsOf } from '@yunzhen/shared/intake/answers/answers';
import type { IntakeForm, IntakeSubject } from '@yunzhen/shared/intake/forms/form';
import type { PriorEvidenceDraft } from '@yunzhen/shared/intake/prior-evidence.schemas';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { localDay } from '../local-day.ts';
import { statedEvidence } from './stated-evidence.ts';

export type QuestionFaults = Readonly<Record<string, AnswerFault>>;

/** Ids of the questions of every visit, besides those of its form. No form has such ids. */
export const ofEveryVisit = { duration: 'visit.duration', prior: 'visit.prior', evidence: 'visit.evidence' } as const;

/** Returns whether the question where it was diagnosed is open. Another institution needs a picture; a patient without a record says so. */
function lacksEvidence(evidence: PriorEvidenceDraft | undefined, pictures: readonly IntakePicture[]): boolean {
  if (evidence?.source === 'none') return false;
  if (statedEvidence(evidence) === undefined) return true;
  return evidence?.source === 'outside' && !pictures.some(({ question }) => question === evidenceQuestion);
}

/** The questions of this visit: which are asked, their errors, and the danger signs that answers named. */
export function useQuestions(parts: {
  draft: Ref<IntakeDraftContent>;
  pictures: Ref<readonly IntakePicture[]>;
  form: ComputedRef<IntakeForm | undefined>;
  subject: IntakeSubject;
  /** The rules require evidence of an earlier diagnosis. */
  needsEvidence: () => boolean;
}) {
  const { draft, pictures, form, subject, needsEvidence } = parts;
  const shown = shallowRef<QuestionFaults>({});
  const questions = computed(() => (form.value ? askedQuestions(form.value, draft.value.answers, subject) : []));
  /** Questions that must still be answered or corrected. Pictures are checked at upload. */
  const open = computed<QuestionFaults>(() => {
    const faults: Record<string, AnswerFault> = form.value
      ? { ...answerFaults(form.value, draft.value.answers, subject, localDay()) }
      : {};
    if (draft.value.duration === null) faults[ofEveryVisit.duration] = 'required';
    if (draft.value.priorDiagnosis === null) faults[ofEveryVisit.prior] = 'required';
    const { priorDiagnosis, priorEvidence } = draft.value;
    if (needsEvidence() && priorDiagnosis === 'yes' && lacksEvidence(priorEvidence, pictures.value))
      faults[ofEveryVisit.evidence] = 'required';
    return faults;
  });
  // A corrected error disappears at once; a new one is shown at the next attempt to continue.
  watch(open, (now) => {
    shown.value = Object.fromEntries(
      Object.keys(shown.value).flatMap((id) => (now[id] === undefined ? [] : [[id, now[id]]])),
    );
  });

  return {
    questions,
    faults: shown,
    open,
    /** Returns whether the patient may leave the page; shows errors beside the fields. */
    check(): boolean {
      shown.value = open.value;
      return Object.keys(open.value).length === 0;
    },
    /** Danger signs named by answers and not yet confirmed not to be an emergency. */
    openFlags: (): RedFlagId[] =>
      form.value
        ? dangerSignsOf(form.value, draft.value.answers, subject).filter(
            (id) => !draft.value.dismissedFlags.includes(id),
          )
        : [],
  };
}

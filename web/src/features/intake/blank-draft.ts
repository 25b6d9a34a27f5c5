import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';

/** Nothing was answered yet. */
export const blankDraft: IntakeDraftContent = {
  step: 'topic',
  question: null,
  form: null,
  answers: {},
  duration: null,
  priorDiagnosis: null,
  priorDiagnosisDetail: '',
  consent: null,
  dismissedFlags: [],
};

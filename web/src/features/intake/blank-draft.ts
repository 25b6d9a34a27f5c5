import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';

/** A draft without any answers. */
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

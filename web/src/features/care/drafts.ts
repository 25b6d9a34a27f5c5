import { useSessionStorage } from '@vueuse/core';
import type { Intake } from '@yunzhen/shared/contract/visits';

// Drafts are about a person's health: they live in this tab only, and go when it is closed, sent or signed out.
const prefix = 'yunzhen.care.';

export const complaintDraftKey = `${prefix}complaint`;

const prepareKey = (visitId: string) => `${prefix}prepare.${visitId}`;

export const prepareSteps = ['duration', 'prior', 'allergies', 'medicines', 'consent', 'device'] as const;
export type PrepareStep = (typeof prepareSteps)[number];

export interface PrepareDraft {
  step: PrepareStep;
  duration: Intake['duration'] | null;
  priorDiagnosis: Intake['priorDiagnosis'] | null;
  priorDiagnosisDetail: string;
  /** The version of the consent text that was agreed to, in the language in which it was read. */
  consent: { version: string; locale: 'en' | 'zh-CN' } | null;
}

/** The answers given so far for a visit, so that a reload or a call in between loses nothing. */
export function usePrepareDraft(visitId: string) {
  const blank: PrepareDraft = {
    step: 'duration',
    duration: null,
    priorDiagnosis: null,
    priorDiagnosisDetail: '',
    consent: null,
  };
  return useSessionStorage<PrepareDraft>(prepareKey(visitId), blank, { mergeDefaults: true });
}

/** The answers have been sent, or are not needed any more. */
export function forgetPrepareDraft(visitId: string): void {
  sessionStorage.removeItem(prepareKey(visitId));
}

/** Forgets every draft of this tab. */
export function forgetCareDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

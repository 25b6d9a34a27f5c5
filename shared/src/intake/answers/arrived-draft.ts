import type { IntakeForm } from '../forms/form.ts';
import { isBefore, type IntakeStep } from './steps.ts';

interface DraftAhead {
  step: IntakeStep;
  question: string | null;
  form: unknown;
  answers: Readonly<Record<string, unknown>>;
  consent: unknown;
  dismissedFlags: unknown[];
}

/**
 * Resets a draft from days before for the arrival. Questions after danger signs refer to the present, so they are asked again, as are the lists of
 * allergies and medicines and the consent. All other answers stay. `form` is the one that the draft names.
 */
export function asOfArrival<Draft extends DraftAhead>(content: Draft, form: IntakeForm | null | undefined): Draft {
  const ofNow = new Set((form?.questions ?? []).filter(({ danger }) => danger !== undefined).map(({ id }) => id));
  const answers = Object.entries(content.answers).filter(([id]) => !ofNow.has(id));
  const renewed: Draft = { ...content, answers: Object.fromEntries(answers), consent: null, dismissedFlags: [] };
  const [first] = ofNow;
  if (first && content.step !== 'topic') return { ...renewed, step: 'questions', question: first };
  return isBefore(content.step, 'allergies') ? renewed : { ...renewed, step: 'allergies' };
}

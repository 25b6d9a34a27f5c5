import type { IntakeDraftContent } from '@yunzhen/shared/contract/intake-draft';
import { intakeCatalogue } from '@yunzhen/shared/domain/intake/form-catalogue';
import { intakeSteps } from '@yunzhen/shared/domain/intake/steps';

/**
 * What was answered days before, as of the arrival: questions after danger signs ask how it is right now, so they are asked anew, and so
 * are the lists of allergies and medicines and the consent. Everything else stays answered.
 */
export function asOfArrival(content: IntakeDraftContent): IntakeDraftContent {
  const form = content.form && intakeCatalogue.find(content.form.id, content.form.version);
  const ofNow = new Set((form?.questions ?? []).filter(({ danger }) => danger !== undefined).map(({ id }) => id));
  const answers = Object.entries(content.answers).filter(([id]) => !ofNow.has(id));
  const renewed = { ...content, answers: Object.fromEntries(answers), consent: null, dismissedFlags: [] };
  const [first] = ofNow;
  if (first && content.step !== 'topic') return { ...renewed, step: 'questions', question: first };
  return isBefore(content.step, 'allergies') ? renewed : { ...renewed, step: 'allergies' };
}

function isBefore(step: IntakeDraftContent['step'], other: IntakeDraftContent['step']): boolean {
  return intakeSteps.indexOf(step) < intakeSteps.indexOf(other);
}

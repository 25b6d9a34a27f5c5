import type { IntakeForm, IntakeFormId, IntakeQuestion } from './form.ts';

/**
 * Danger signs of a form's first question that the page of danger signs asks everyone. Version 3 omits them; if none is left, so is the question.
 * More specific questions of the form stay.
 */
const askedOfEveryone: Partial<Record<IntakeFormId, readonly string[]>> = {
  fever: ['breathless', 'confused', 'seizure'],
  'cough-throat': ['breathless', 'chest-pain', 'choking'],
  skin: ['swelling', 'breathless'],
  abdomen: ['blood', 'bleeding', 'collapse', 'poison'],
  headache: ['stroke', 'sight', 'seizure'],
  urinary: ['confused'],
  'back-joint': ['chest'],
  ear: ['face'],
  eye: ['blind', 'chemical'],
  'ill-child': ['blue', 'seizure', 'poison'],
  'womens-health': ['faint'],
  'long-term': ['chest-pain', 'stroke', 'sight', 'faint'],
  'repeat-medicine': ['allergy', 'chest-pain', 'overdose'],
  general: ['chest-pain', 'breathless', 'stroke', 'bleeding', 'unconscious'],
};

/** Returns the form in version 3, and the version before; only the form when it has no such signs. */
export function withVersion3(form: IntakeForm): IntakeForm[] {
  const left = askedOfEveryone[form.id];
  if (!left) return [form];
  const questions = form.questions.flatMap((question) =>
    question.id === 'danger' ? without(question, left) : question,
  );
  return [{ ...form, version: 3, questions }, form];
}

function without(question: IntakeQuestion, left: readonly string[]): IntakeQuestion[] {
  if (question.kind !== 'several-of') return [question];
  const choices = question.choices.filter(({ id }) => !left.includes(id));
  if (choices.every(({ alone }) => alone)) return [];
  const danger = (question.danger ?? []).filter((sign) => !('is' in sign && left.includes(sign.is)));
  return [{ ...question, choices, danger }];
}

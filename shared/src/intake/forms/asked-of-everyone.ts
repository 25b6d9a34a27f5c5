import type { IntakeForm, IntakeFormId, IntakeQuestion } from './form.ts';

/**
 * Danger signs of a form's first question that the page of danger signs asks of everyone before the visit. Version 3 leaves them out; where
 * none is left, there is no such question. What the form asks more exactly stays.
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

/** The form in version 3, and the version before it; the form alone where it asks nothing of everyone. */
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

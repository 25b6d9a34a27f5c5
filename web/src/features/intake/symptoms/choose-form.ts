import { symptomsIn } from './find-symptoms.ts';
import { subjectGroups, type IntakeFormId, type IntakeSubject } from '@yunzhen/shared/intake/forms/form';

/** The form for a symptom, by its English name in `symptoms.ts`. */
export const formOfSymptom: Readonly<Record<string, IntakeFormId>> = {
  Cough: 'cough-throat',
  'Cold, sore throat': 'cough-throat',
  Fever: 'fever',
  'High blood pressure': 'long-term',
  'Chest pain': 'general',
  Palpitations: 'general',
  Diabetes: 'long-term',
  Thyroid: 'long-term',
  'Rash, itching': 'skin',
  Acne: 'skin',
  'Stomach ache, heartburn': 'abdomen',
  'Diarrhoea, vomiting': 'abdomen',
  'Headache, migraine': 'headache',
  Dizziness: 'headache',
  'Low mood, anxiety': 'mood',
  'Trouble sleeping': 'mood',
  'Back pain': 'back-joint',
  'Joint pain': 'back-joint',
  'Burning when urinating': 'urinary',
  Contraception: 'womens-health',
  'Period problems': 'womens-health',
  'Ill child': 'ill-child',
  Asthma: 'cough-throat',
  'Red or itchy eyes': 'eye',
  Earache: 'ear',
};

/** Words that name a purpose rather than a symptom. */
const purposes: readonly (readonly [RegExp, IntakeFormId])[] = [
  [
    /\b(?:repeat|refill|renew\w*|more of)\b.*\b(?:medicine|prescription|tablet|pill|drug)s?\b|\brefill\b/i,
    'repeat-medicine',
  ],
  [/续(?:方|药|开|配)|配药|开药|拿药/, 'repeat-medicine'],
  [/\bpregnan\w*\b|怀孕|妊娠|孕期/i, 'womens-health'],
];

/**
 * Returns forms that match a complaint, best first; empty where no word is known. It guesses what to ask, never a diagnosis: the patient may choose
 * another form.
 */
export function formsFor(complaint: string, subject: IntakeSubject): IntakeFormId[] {
  const named = purposes.filter(([words]) => words.test(complaint)).map(([, id]) => id);
  const found = symptomsIn(complaint).map(({ name }) => formOfSymptom[name.en] ?? 'general');
  const fitting = [...named, ...found].map((id) => (id === 'fever' && subjectGroups.child(subject) ? 'ill-child' : id));
  return [...new Set(fitting)].filter((id) => isFor(id, subject));
}

/** Returns whether a form applies to a person of this age and sex. */
export function isFor(id: IntakeFormId, subject: IntakeSubject): boolean {
  if (id === 'ill-child') return subject.age < 18;
  if (id === 'womens-health') return subject.sex !== 'male' && subject.age >= 9;
  return true;
}

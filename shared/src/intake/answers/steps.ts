/** Places of a draft in their order. They are stored; pages now hold several of them, and older drafts name any. */
export const intakeSteps = [
  'topic',
  'questions',
  'duration',
  'prior',
  'allergies',
  'medicines',
  'consent',
  'device',
] as const;
export type IntakeStep = (typeof intakeSteps)[number];

/** The pages on the way into the waiting room: what is asked of this visit, then what the record holds and the consent. */
export const intakePages = ['questions', 'record'] as const;
export type IntakePage = (typeof intakePages)[number];

/** The place that a draft stores for a page. */
export const stepOfPage = { questions: 'topic', record: 'allergies', done: 'consent' } as const;

/** The page of a step. Ahead of an appointment consent and device check are not asked: a draft there is done. */
export function pageOf(step: IntakeStep, ahead = false): IntakePage | 'done' {
  if (isBefore(step, 'allergies')) return 'questions';
  return ahead && !isBefore(step, 'consent') ? 'done' : 'record';
}

export function isBefore(step: IntakeStep, other: IntakeStep): boolean {
  return intakeSteps.indexOf(step) < intakeSteps.indexOf(other);
}

/** How many pages are done, of how many. */
export function doneOf(at: { step: IntakeStep }, ahead: boolean): { done: number; of: number } {
  const page = pageOf(at.step, ahead);
  return { done: page === 'done' ? intakePages.length : intakePages.indexOf(page), of: intakePages.length };
}

/** The screens before the waiting room, in order. */
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

/** Steps on the day itself: consent and camera check when the visit starts. */
const ofTheDay: readonly IntakeStep[] = ['consent', 'device'];

/** Returns the steps with or without the questions about the complaint; `ahead`: those possible days before an appointment. */
export function stepsOf(asked: boolean, ahead = false): readonly IntakeStep[] {
  return intakeSteps.filter((step) => (asked || step !== 'questions') && !(ahead && ofTheDay.includes(step)));
}

/** Returns how many steps are done, of how many; ahead of an appointment all are done when only the day’s own steps remain. */
export function doneOf(at: { step: IntakeStep; asked: boolean }, ahead: boolean): { done: number; of: number } {
  const steps = stepsOf(at.asked, ahead);
  const place = steps.indexOf(at.step);
  // A draft at questions that are no longer asked has only its topic chosen.
  const done = place >= 0 ? place : at.step === 'questions' ? 0 : steps.length;
  return { done, of: steps.length };
}

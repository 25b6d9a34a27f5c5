/** The screens on the way into the waiting room, in their order. */
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

/** What belongs to the day itself: the text is agreed to and the camera tried when the visit begins. */
const ofTheDay: readonly IntakeStep[] = ['consent', 'device'];

/**
 * The steps of somebody who answers questions about the complaint, or of somebody who would rather tell the doctor; `ahead`, those that can
 * be answered days before an appointment.
 */
export function stepsOf(asked: boolean, ahead = false): readonly IntakeStep[] {
  return intakeSteps.filter((step) => (asked || step !== 'questions') && !(ahead && ofTheDay.includes(step)));
}

/** How many steps are done, of how many: ahead of an appointment, all of them once what belongs to the day comes next. */
export function doneOf(at: { step: IntakeStep; asked: boolean }, ahead: boolean): { done: number; of: number } {
  const steps = stepsOf(at.asked, ahead);
  const place = steps.indexOf(at.step);
  // Who stands at questions that are not asked any more has chosen the topic and nothing else.
  const done = place >= 0 ? place : at.step === 'questions' ? 0 : steps.length;
  return { done, of: steps.length };
}

import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { stepsOf, type IntakeStep } from '@yunzhen/shared/intake/answers/steps';

/** Whether a step is answered, so that the next may be shown. Topic, questions and device check answer for themselves. */
export function isAnswered(
  step: IntakeStep,
  draft: Pick<IntakeDraftContent, 'duration' | 'priorDiagnosis' | 'consent'>,
  chart: Pick<Chart, 'allergies' | 'allergiesStated'>,
) {
  switch (step) {
    case 'duration':
      return draft.duration !== null;
    case 'prior':
      return draft.priorDiagnosis !== null;
    case 'allergies':
      // Nobody having said anything is not the same as having no allergies.
      return chart.allergies.length > 0 || chart.allergiesStated;
    case 'consent':
      return draft.consent !== null;
    case 'topic':
    case 'questions':
    case 'medicines':
    case 'device':
      return true;
  }
}

export function stepAfter(step: IntakeStep, asked: boolean): IntakeStep | undefined {
  const steps = stepsOf(asked);
  return steps[steps.indexOf(step) + 1];
}

export function stepBefore(step: IntakeStep, asked: boolean): IntakeStep | undefined {
  const steps = stepsOf(asked);
  return steps[steps.indexOf(step) - 1];
}

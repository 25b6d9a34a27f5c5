import type { Chart } from '@yunzhen/shared/contract/chart';
import { prepareSteps, type PrepareDraft, type PrepareStep } from '../drafts.ts';

/** Whether a step is answered, so that the next may be shown. The device check answers itself. */
export function isAnswered(
  step: PrepareStep,
  draft: PrepareDraft,
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
    case 'medicines':
    case 'device':
      return true;
  }
}

export function stepAfter(step: PrepareStep): PrepareStep | undefined {
  return prepareSteps[prepareSteps.indexOf(step) + 1];
}

export function stepBefore(step: PrepareStep): PrepareStep | undefined {
  return prepareSteps[prepareSteps.indexOf(step) - 1];
}

import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import { followUpDutyOf } from '@yunzhen/shared/chart/visit-basis';

/** Whether the hospital’s rules allow advice but no online prescription, by the patient’s answer about an earlier diagnosis. */
export function getsAdviceOnly(jurisdiction: string, prior: Intake['priorDiagnosis'] | null | undefined): boolean {
  return prior !== null && prior !== undefined && prior !== 'yes' && followUpDutyOf(jurisdiction) !== null;
}

import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import { prescribesForKnownConditionsOnly } from '@yunzhen/shared/directory/advises-only';

/** Whether the hospital’s rules allow advice but no online prescription, by the patient’s answer about an earlier diagnosis. */
export function getsAdviceOnly(jurisdiction: string, prior: Intake['priorDiagnosis'] | null | undefined): boolean {
  return prior !== null && prior !== undefined && prior !== 'yes' && prescribesForKnownConditionsOnly(jurisdiction);
}

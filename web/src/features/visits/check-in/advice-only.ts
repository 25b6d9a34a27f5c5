import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import { followUpDutyOf } from '@yunzhen/shared/chart/visit-basis';

/**
 * Whether the hospital’s rules allow advice but no online prescription, by the patient’s answer about an earlier diagnosis and, once it was given, by
 * its evidence.
 */
export function getsAdviceOnly(
  jurisdiction: string,
  prior: Intake['priorDiagnosis'] | null | undefined,
  lacksEvidence = false,
): boolean {
  if (!prior || followUpDutyOf(jurisdiction) === null) return false;
  return prior !== 'yes' || lacksEvidence;
}

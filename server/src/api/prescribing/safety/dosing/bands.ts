import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { DoseLimits } from '../../../catalogues/index.ts';
import type { DoseBand } from '../knowledge/dose-band.ts';
import type { CheckContext } from '../safety-check.ts';
import type { SafetyPatient } from '../safety-input.ts';
import { isInForce } from './jurisdictions.ts';

/** Returns the dose bands that apply to this patient and the medicine of these limits. */
export function bandsFor(
  { ingredient, route, form, unit }: DoseLimits,
  { input, knowledge }: Pick<CheckContext, 'input' | 'knowledge'>,
): DoseBand[] {
  const { patient, jurisdiction } = input;
  return knowledge.doseBands.flatMap(({ rule, ingredients }) => {
    const same = ingredients.has(ingredient) && rule.route === route && rule.unit === unit;
    const formed = rule.form === null ? form === null : rule.form === form || form === null;
    return same && formed && isInForce(rule.jurisdictions, jurisdiction) && isWithin(rule, patient) ? [rule] : [];
  });
}

function isWithin(band: DoseBand, { ageMonths, weightKg, sex }: SafetyPatient): boolean {
  if (ageMonths === null || ageMonths < band.fromMonths || ageMonths >= band.belowMonths) return false;
  if (band.sex !== null && band.sex !== sex) return false;
  const weight = weightKg === null ? undefined : positiveDecimalOf(weightKg);
  if (band.withoutWeight) return weight === undefined;
  if (band.fromKg === null && band.belowKg === null) return true;
  if (!weight) return false;
  return (band.fromKg === null || weight.gte(band.fromKg)) && (band.belowKg === null || weight.lt(band.belowKg));
}

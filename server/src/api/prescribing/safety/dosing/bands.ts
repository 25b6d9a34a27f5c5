import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { Decimal } from 'decimal.js';
import type { DoseLimits, Ingredient } from '../../../catalogues/index.ts';
import type { DoseBand } from '../knowledge/dose-band.ts';
import { withAge } from '../patient-facts.ts';
import type { CheckContext } from '../safety-check.ts';
import type { SafetyPatient } from '../safety-input.ts';
import { isInForce } from './jurisdictions.ts';

type Context = Pick<CheckContext, 'input' | 'knowledge'>;

/** Returns the dose bands that apply to this patient and the medicine of these limits. */
export function bandsFor(limits: DoseLimits, context: Context): DoseBand[] {
  return bandsOf(limits, context).filter((band) => hasWeight(band, context.input.patient));
}

/** Returns why a dose could not be checked: the weight is unknown, and at some weight the dose would be too high. */
export function weightNotChecked(
  { en, zh }: Ingredient,
  limits: DoseLimits,
  { perDose, perDay }: { readonly perDose: Decimal; readonly perDay: Decimal },
  context: Context,
): LocalizedText[] {
  const { patient } = context.input;
  if (weightOf(patient)) return [];
  const decides = bandsOf(limits, context).some(
    (band) =>
      isByWeight(band) &&
      !isOfLightAdults(band) &&
      (isAbove(band, 'perDose', perDose) || isAbove(band, 'perDay', perDay)),
  );
  if (!decides) return [];
  const reason = {
    en: `The maximum dose of ${en} depends on the weight, which is not recorded.`,
    zh: `${zh}的最大剂量取决于体重，而体重未记录。`,
  };
  return [withAge(reason, patient.outdated?.weight)];
}

/** Returns the bands of a medicine for a patient of this age and sex, of every weight. */
function bandsOf({ ingredient, route, form, unit }: DoseLimits, { input, knowledge }: Context): DoseBand[] {
  const { jurisdiction, patient } = input;
  return knowledge.doseBands.flatMap(({ rule, ingredients }) => {
    const same = ingredients.has(ingredient) && rule.route === route && rule.unit === unit;
    const formed = rule.form === null ? form === null : rule.form === form || form === null;
    return same && formed && isInForce(rule.jurisdictions, jurisdiction) && isOfAge(rule, patient) ? [rule] : [];
  });
}

function isOfAge(band: DoseBand, { ageMonths, sex }: SafetyPatient): boolean {
  if (ageMonths === null || ageMonths < band.fromMonths || ageMonths >= band.belowMonths) return false;
  return band.sex === null || band.sex === sex;
}

function hasWeight(band: DoseBand, patient: SafetyPatient): boolean {
  const weight = weightOf(patient);
  if (band.withoutWeight) return weight === undefined;
  if (!isByWeight(band)) return true;
  if (!weight) return false;
  return (band.fromKg === null || weight.gte(band.fromKg)) && (band.belowKg === null || weight.lt(band.belowKg));
}

function isByWeight({ fromKg, belowKg }: DoseBand): boolean {
  return fromKg !== null || belowKg !== null;
}

/**
 * A limit by kilogram for adults is advice for those of low weight, where the label has one dose for all (paracetamol by mouth). Asking for the weight
 * of every adult would teach doctors to click the notice away.
 */
function isOfLightAdults({ fromMonths, perDosePerKg, perDayPerKg }: DoseBand): boolean {
  return fromMonths >= 18 * 12 && (perDosePerKg !== null || perDayPerKg !== null);
}

/** Compares with the maximum at the lowest weight of the band. */
function isAbove(band: DoseBand, span: 'perDose' | 'perDay', amount: Decimal): boolean {
  const perKg = span === 'perDose' ? band.perDosePerKg : band.perDayPerKg;
  const limits = [band[span], perKg === null ? null : new Decimal(perKg).times(band.fromKg ?? 0)];
  return limits.some((limit) => limit !== null && amount.gt(limit));
}

function weightOf({ weightKg }: SafetyPatient): Decimal | undefined {
  return weightKg === null ? undefined : positiveDecimalOf(weightKg);
}

import { doseByWeight, positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { Decimal } from 'decimal.js';
import type { DoseLimits } from '../../catalogues/index.ts';
import { withAge } from './patient-facts.ts';
import type { DoseBand } from './knowledge/dose-band.ts';
import type { IndicatedDose } from './knowledge/indicated-dose.ts';
import type { SafetyPatient } from './safety-input.ts';

/** The maximum amount for this patient, in the unit of the limits, and its calculation. */
export interface Limit {
  readonly amount: Decimal;
  /** Doses by weight are rounded to a measurable amount, so 10 % more is no finding. */
  readonly tolerance: number;
  readonly arithmetic: string;
  /** The source of the figure when it is not the product information. */
  readonly source?: string;
  /** Why it is lower than for others, when it depends on the indication. */
  readonly reason?: LocalizedText;
}

export interface LargestDoses {
  readonly perDose: Limit | undefined;
  readonly perDay: Limit | undefined;
  readonly perWeek: Limit | undefined;
  /** Why a limit is missing or incomplete. */
  readonly notChecked: readonly LocalizedText[];
}

const ADULT_MONTHS = 18 * 12;
const ROUNDING = 1.1;

/**
 * Returns the limits for a patient. From 18 years: adult figures. For children: the figure per kg, capped by the child's absolute figure, else the
 * adult's; without either, the adult figure with a note that no more was checked. A band replaces a child's figures and only lowers an adult's, as a
 * dose by indication does. `keepOwn` also keeps child figures that the hospital stated.
 */
export function largestDoses(
  limits: DoseLimits,
  patient: SafetyPatient,
  bands: readonly DoseBand[] = [],
  keepOwn = false,
  indicated: readonly IndicatedDose[] = [],
): LargestDoses {
  const adult = {
    perDose: fixed(limits.adultPerDose, limits.unit),
    perDay: fixed(limits.adultPerDay, limits.unit),
    perWeek: fixed(limits.adultPerWeek, limits.unit),
  };
  if (patient.ageMonths === null) return { ...adult, notChecked: [AGE_UNKNOWN] };
  if (patient.ageMonths >= ADULT_MONTHS) {
    const known = adult.perDose ?? adult.perDay ?? adult.perWeek;
    const lowered = {
      perDose: smallest([
        ...ofIndications(indicated, 'perDose'),
        adult.perDose,
        ...bands.map((band) => bandLimit(band, 'perDose', patient)),
      ]),
      perDay: smallest([
        ...ofIndications(indicated, 'perDay'),
        adult.perDay,
        ...bands.map((band) => bandLimit(band, 'perDay', patient)),
      ]),
    };
    return { ...adult, ...lowered, notChecked: known ? [] : [NOTHING_KNOWN] };
  }
  const { childPerDosePerKg, childPerDayPerKg, childMaxPerDose, childMaxPerDay, unit } = limits;
  const capOf = (perKg: string | null, own: string | null, ofAdults: string | null) =>
    perKg === null ? own : (own ?? ofAdults);
  const mostPerDose = capOf(childPerDosePerKg, childMaxPerDose, limits.adultPerDose);
  const mostPerDay = capOf(childPerDayPerKg, childMaxPerDay, limits.adultPerDay);
  const child = {
    perDose: childLimit(childPerDosePerKg, mostPerDose, unit, patient.weightKg),
    perDay: childLimit(childPerDayPerKg, mostPerDay, unit, patient.weightKg),
  };
  const byWeight = childPerDosePerKg !== null || childPerDayPerKg !== null;
  const notChecked = byWeight && !weightOf(patient) ? [withAge(WEIGHT_UNKNOWN, patient.outdated?.weight)] : [];
  if (!child.perDose && !child.perDay && !byWeight && bands.length === 0) notChecked.push(NO_CHILD_DOSE);
  if (bands.length > 0) {
    const own = keepOwn ? child : { perDose: undefined, perDay: undefined };
    const needsWeight = keepOwn || bands.every(({ withoutWeight }) => withoutWeight);
    return {
      perDose: smallest([own.perDose, ...bands.map((band) => bandLimit(band, 'perDose', patient))]) ?? adult.perDose,
      perDay: smallest([own.perDay, ...bands.map((band) => bandLimit(band, 'perDay', patient))]) ?? adult.perDay,
      perWeek: adult.perWeek,
      notChecked: needsWeight ? notChecked : [],
    };
  }
  return {
    perDose: child.perDose ?? adult.perDose,
    perDay: child.perDay ?? adult.perDay,
    perWeek: adult.perWeek,
    notChecked,
  };
}

function smallest(limits: readonly (Limit | undefined)[]): Limit | undefined {
  return limits.reduce((least, one) => (one && (!least || one.amount.lt(least.amount)) ? one : least), undefined);
}

function bandLimit(band: DoseBand, span: 'perDose' | 'perDay', { weightKg }: SafetyPatient): Limit | undefined {
  const { unit, source } = band;
  const perKg = span === 'perDose' ? band.perDosePerKg : band.perDayPerKg;
  const limit = childLimit(perKg, band[span], unit, weightKg);
  return limit && { ...limit, source };
}

function ofIndications(doses: readonly IndicatedDose[], span: 'perDose' | 'perDay'): Limit[] {
  return doses.flatMap(({ unit, source, reasonEn, reasonZh, ...dose }) => {
    const limit = fixed(dose[span], unit);
    return limit ? [{ ...limit, source, reason: { en: reasonEn, zh: reasonZh } }] : [];
  });
}

function weightOf({ weightKg }: SafetyPatient): Decimal | undefined {
  return weightKg === null ? undefined : positiveDecimalOf(weightKg);
}

function fixed(value: string | null, unit: string): Limit | undefined {
  const amount = value === null ? undefined : positiveDecimalOf(value);
  return amount && { amount, tolerance: 1, arithmetic: `${amount.toFixed()} ${unit}` };
}

function childLimit(
  perKg: string | null,
  most: string | null,
  unit: string,
  weightKg: string | null,
): Limit | undefined {
  const byWeight =
    perKg !== null && weightKg !== null ? doseByWeight(perKg, weightKg, unit, most ?? undefined) : undefined;
  if (!byWeight) return fixed(most, unit);
  return { amount: byWeight.amount, tolerance: byWeight.capped ? 1 : ROUNDING, arithmetic: byWeight.arithmetic };
}

const AGE_UNKNOWN: LocalizedText = {
  en: 'Age is not known. Only adult limits were checked.',
  zh: '年龄未知，仅与成人上限比较。',
};
const WEIGHT_UNKNOWN: LocalizedText = {
  en: 'The child’s weight is not recorded, so the dose per kg could not be checked.',
  zh: '未记录患儿体重，无法核对按体重剂量。',
};
const NO_CHILD_DOSE: LocalizedText = {
  en: 'There is no paediatric dose in the data. Only the adult limit was checked.',
  zh: '没有儿童剂量资料，仅与成人上限比较。',
};
const NOTHING_KNOWN: LocalizedText = { en: 'There is no maximum dose in the data.', zh: '没有最大剂量资料。' };

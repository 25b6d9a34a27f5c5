import type { Decimal } from 'decimal.js';
import type { Amount, Strength } from '@yunzhen/shared/prescribing/dose/dose';
import { convertAmount, doseByWeight, positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';

export interface WeightDoseAsk {
  /** Per kg, per dose or per day according to `per`; decimal text in `unit`. */
  readonly rate: string;
  readonly unit: string;
  readonly per: 'dose' | 'day';
  /** Doses a day, by which a daily amount is divided. */
  readonly dosesPerDay: number;
  /** kg, decimal text; null when none is on record. */
  readonly weightKg: string | null;
  /** Null for a product of several ingredients, where a dose per kg is ambiguous. */
  readonly strength: Strength | null;
  /** Unit in which a dose is measured out: tablet, mL. */
  readonly doseUnit: string;
  /** Largest single dose in the formulary, in `unit`; null where there is none. */
  readonly limit: Amount | null;
}

export type WeightDoseMissing = 'weight' | 'rate' | 'strength' | 'times';

export type WeightDose =
  | { readonly ok: false; readonly missing: readonly WeightDoseMissing[] }
  | {
      readonly ok: true;
      /** Steps of the calculation as a doctor would write them. */
      readonly steps: readonly string[];
      /** The single dose, rounded to what can be measured out. */
      readonly dose: Amount;
      readonly capped: boolean;
    };

/** Smallest measurable part: a tenth of a mL, a quarter of a tablet, whole units otherwise. */
const smallestPart: Readonly<Record<string, string>> = { mL: '0.1', tablet: '0.25' };

/**
 * Calculates a single dose by body weight with its steps: "10 mg/kg × 14.2 kg = 142 mg", "142 mg ÷ 32 mg/mL = 4.4 mL". A dose above the formulary’s
 * largest one is capped, with a note; rounding goes down, so that it never exceeds the rate.
 * Reports missing values instead of guessing.
 */
export function weightDose(ask: WeightDoseAsk): WeightDose {
  const { rate, unit, per, dosesPerDay, weightKg, strength, doseUnit, limit } = ask;
  const missing: WeightDoseMissing[] = [];
  if (weightKg === null || !positiveDecimalOf(weightKg)) missing.push('weight');
  if (!positiveDecimalOf(rate)) missing.push('rate');
  if (per === 'day' && dosesPerDay < 1) missing.push('times');
  const perUnit = strength && countedIn(strength, doseUnit) ? convertAmount(strength, unit) : undefined;
  if (!perUnit) missing.push('strength');
  const byWeight = weightKg === null ? undefined : doseByWeight(rate, weightKg, unit);
  if (missing.length > 0 || !byWeight || !perUnit) return { ok: false, missing };

  const steps = [byWeight.arithmetic.replace(`${unit}/kg`, `${unit}/kg${per === 'day' ? '/d' : ''}`)];
  let amount = byWeight.amount;
  if (per === 'day') {
    amount = amount.div(dosesPerDay);
    steps.push(`${shown(byWeight.amount)} ${unit} ÷ ${dosesPerDay} = ${shown(amount)} ${unit}`);
  }
  const most = limit ? convertAmount(limit, unit) : undefined;
  const capped = most !== undefined && amount.gt(most);
  if (capped) {
    steps.push(`${shown(amount)} ${unit} > ${shown(most)} ${unit} → ${shown(most)} ${unit}`);
    amount = most;
  }
  const exact = amount.div(perUnit);
  const part = smallestPart[doseUnit] ?? '1';
  const dose = exact.div(part).floor().times(part);
  // Less than the smallest part: this product cannot be used for the dose.
  if (dose.lte(0)) return { ok: false, missing: ['strength'] };
  steps.push(
    `${shown(amount)} ${unit} ÷ ${shown(perUnit)} ${unit}/${doseUnit} = ${shown(exact)} ${doseUnit}${exact.eq(dose) ? '' : ` → ${shown(dose)} ${doseUnit} (${shown(dose.times(perUnit))} ${unit})`}`,
  );
  return { ok: true, steps, dose: { value: dose.toFixed(), unit: doseUnit }, capped };
}

/** Returns whether the strength is stated for the unit in which a dose is measured out. */
function countedIn(strength: Strength, doseUnit: string): boolean {
  return strength.per === 'unit'
    ? !['mL', 'g', 'mg', 'ug', 'application'].includes(doseUnit)
    : strength.per === doseUnit;
}

function shown(value: Decimal): string {
  return value.toDecimalPlaces(3).toFixed();
}

/** Converts a dose of mass to the product’s counted units, where they can be measured out: 40 mg = 8 × 5 mg. */
export function countedDose(dose: Amount, strength: Strength | null, unit: string): Amount | undefined {
  const each = strength && countedIn(strength, unit) ? convertAmount(strength, dose.unit) : undefined;
  const wanted = positiveDecimalOf(dose.value);
  if (!each || !wanted) return undefined;
  const count = wanted.div(each);
  const part = smallestPart[unit] ?? '1';
  return count.div(part).isInteger() ? { value: count.toFixed(), unit } : undefined;
}

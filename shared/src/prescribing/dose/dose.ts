import { Decimal } from 'decimal.js';

/** An amount with its unit; the value is decimal text such as "0.5", never a float. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
}

/** What one dispensable unit, or one mL or g of it, holds of an ingredient. */
export interface Strength extends Amount {
  readonly per: 'unit' | 'mL' | 'g';
}

const MASS_IN_UG: Record<string, string> = { ug: '1', mcg: '1', µg: '1', mg: '1000', g: '1000000' };

/** Decimal text as a number above zero; undefined for anything else, so that nothing is computed from a half-typed field. */
export function positiveDecimalOf(text: string): Decimal | undefined {
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const value = new Decimal(text);
  return value.gt(0) ? value : undefined;
}

/** The same amount in another unit of mass; undefined between units that no factor joins (mg and tablets, mg and units). */
export function convertAmount(amount: Amount, unit: string): Decimal | undefined {
  const value = positiveDecimalOf(amount.value);
  if (!value) return undefined;
  if (amount.unit === unit) return value;
  const from = MASS_IN_UG[amount.unit];
  const to = MASS_IN_UG[unit];
  return from && to ? value.times(from).div(to) : undefined;
}

/**
 * How much of an ingredient one dose holds, in the unit of `unit`: "2 tablets" of 500 mg is 1000 mg, "5 mL" of 50 mg/mL
 * is 250 mg, "500 mg" is itself where the product has one ingredient. Undefined for an application, a drop, a bottle.
 */
export function ingredientInDose(
  dose: Amount,
  dispensedUnit: string,
  strength: Strength,
  unit: string,
): Decimal | undefined {
  const direct = convertAmount(dose, unit);
  if (direct && !(dose.unit === strength.per || dose.unit === dispensedUnit)) return direct;
  const counted = strength.per === 'unit' ? dose.unit === dispensedUnit : dose.unit === strength.per;
  const value = positiveDecimalOf(dose.value);
  const each = convertAmount(strength, unit);
  return counted && value && each ? value.times(each) : undefined;
}

export interface WeightBasedDose {
  /** mg (or the unit of the rate) for one dose. */
  readonly amount: Decimal;
  /** True when the largest single dose cut the product of rate and weight. */
  readonly capped: boolean;
  /** The sum as a doctor would write it, so that it can be checked by eye: "15 mg/kg × 12 kg = 180 mg". */
  readonly arithmetic: string;
}

/** A dose by body weight, never above `largest`. Rate in `unit` per kg; weight in kg. Undefined when a figure is missing. */
export function doseByWeight(
  rate: string,
  weightKg: string,
  unit: string,
  largest?: string,
): WeightBasedDose | undefined {
  const perKg = positiveDecimalOf(rate);
  const weight = positiveDecimalOf(weightKg);
  if (!perKg || !weight) return undefined;
  const product = perKg.times(weight);
  const limit = largest === undefined ? undefined : positiveDecimalOf(largest);
  const capped = limit !== undefined && product.gt(limit);
  const sum = `${perKg.toFixed()} ${unit}/kg × ${weight.toFixed()} kg = ${product.toFixed()} ${unit}`;
  return {
    amount: capped && limit ? limit : product,
    capped,
    arithmetic: capped && limit ? `${sum} → ${limit.toFixed()} ${unit}` : sum,
  };
}

import { Decimal } from 'decimal.js';

/** An amount with its unit; the value is decimal text such as "0.5", never a float. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
}

/** The amount of an ingredient in one dispensable unit, or in one mL or g of it. */
export interface Strength extends Amount {
  readonly per: 'unit' | 'mL' | 'g';
}

const MASS_IN_UG: Record<string, string> = { ug: '1', mcg: '1', µg: '1', mg: '1000', g: '1000000' };

/** Parses decimal text as a number above zero; undefined for anything else, so that nothing is computed from a half-typed field. */
export function positiveDecimalOf(text: string): Decimal | undefined {
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const value = new Decimal(text);
  return value.gt(0) ? value : undefined;
}

/** Converts to another unit of mass; undefined between units without a factor (mg and tablets, mg and units). */
export function convertAmount(amount: Amount, unit: string): Decimal | undefined {
  const value = positiveDecimalOf(amount.value);
  if (!value) return undefined;
  if (amount.unit === unit) return value;
  const from = MASS_IN_UG[amount.unit];
  const to = MASS_IN_UG[unit];
  return from && to ? value.times(from).div(to) : undefined;
}

/**
 * Returns the amount of an ingredient in one dose, in `unit`: "2 tablets" of 500 mg is 1000 mg, "5 mL" of 50 mg/mL is 250 mg, "500 mg" is itself for
 * a single ingredient. Undefined for an application, a drop, a bottle.
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
  /** True when the largest single dose limited the result. */
  readonly capped: boolean;
  /** The calculation as a doctor would write it, for checking: "15 mg/kg × 12 kg = 180 mg". */
  readonly arithmetic: string;
}

/** Returns a dose by body weight, at most `largest`. Rate in `unit` per kg; weight in kg. Undefined when a number is missing. */
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

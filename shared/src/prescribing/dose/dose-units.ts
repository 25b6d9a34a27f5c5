import { isMedicineUnit, type MedicineUnit } from './medicine-labels.ts';

/** Amounts of substance, which mean the same for any product. */
const amounts: readonly MedicineUnit[] = ['mg', 'g', 'ug', '[iU]'];

/** The unit of one use of a container, because nobody takes a whole bottle. */
const usedAs: Partial<Record<string, readonly MedicineUnit[]>> = {
  mL: ['drop', 'application', 'spray'],
  g: ['application'],
  bottle: ['drop', 'mL', 'application', 'spray'],
  tube: ['application'],
  pen: ['mL'],
  vial: ['mL'],
  ampoule: ['mL'],
};

/**
 * Returns the units in which a dose of a product may be written, likeliest first: what it is counted or used in, then amounts of the substance.
 * Millilitres are for what is poured or injected: "10 mL" of a tablet is meaningless.
 *
 * @param unit the unit of dispensing
 * @param perMl whether its strength is stated per millilitre
 */
export function doseUnitsOf({ unit, perMl }: { unit: string; perMl: boolean }): MedicineUnit[] {
  const counted = isMedicineUnit(unit) ? [unit] : [];
  return [...new Set([...counted, ...(usedAs[unit] ?? []), ...(perMl ? (['mL'] as const) : []), ...amounts])];
}

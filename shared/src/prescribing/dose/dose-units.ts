import { isMedicineUnit, type MedicineUnit } from './medicine-labels.ts';

/** Amounts that say the same of any product: so much of the substance. */
const amounts: readonly MedicineUnit[] = ['mg', 'g', 'ug', '[iU]'];

/** What one use of a container is counted in: nobody takes a bottle. */
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
 * Units in which a dose of a product may be written, the likeliest first: what it is counted or used in, then amounts of the
 * substance. Millilitres are for what is poured or injected: "10 mL" of a tablet says nothing that a patient could do.
 *
 * @param unit what is counted at the counter
 * @param perMl whether its strength is stated for a millilitre
 */
export function doseUnitsOf({ unit, perMl }: { unit: string; perMl: boolean }): MedicineUnit[] {
  const counted = isMedicineUnit(unit) ? [unit] : [];
  return [...new Set([...counted, ...(usedAs[unit] ?? []), ...(perMl ? (['mL'] as const) : []), ...amounts])];
}

import { isMedicineUnit, type MedicineUnit } from '@yunzhen/shared/domain/medicine-words';
import type { LineDraft } from './line-draft.ts';

/** Units of mass and volume in which a dose may be written, whatever the product is counted in. */
const measured: readonly MedicineUnit[] = ['mg', 'g', 'ug', 'mL', '[iU]'];

/** What one use of a container is counted in: nobody takes a bottle. */
const usedAs: Partial<Record<string, readonly MedicineUnit[]>> = {
  bottle: ['drop', 'mL', 'application', 'spray'],
  tube: ['application', 'g'],
  pen: ['[iU]', 'mg'],
  vial: ['mL', 'mg'],
  ampoule: ['mL', 'mg'],
};

/** Units to choose from for a line's dose: the one it has, what the product is counted or used in, then measures. */
export function doseUnitsOf({ dose, product }: LineDraft): string[] {
  const counted = isMedicineUnit(product.unit) ? [product.unit] : [];
  return [...new Set([dose.unit, ...counted, ...(usedAs[product.unit] ?? []), ...measured])];
}

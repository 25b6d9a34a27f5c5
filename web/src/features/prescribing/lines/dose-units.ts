import { doseUnitsOf } from '@yunzhen/shared/prescribing/dose/dose-units';
import type { LineDraft } from './line-draft.ts';

/** Returns the unit options of a line’s dose: its current one, then those of its product. */
export function doseUnitsOfLine({ dose, product }: LineDraft): string[] {
  return [...new Set([dose.unit, ...doseUnitsOf({ unit: product.unit, perMl: product.content?.per === 'mL' })])];
}

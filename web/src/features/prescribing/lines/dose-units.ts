import { doseUnitsOf } from '@yunzhen/shared/prescribing/dose/dose-units';
import type { LineDraft } from './line-draft.ts';

/** Units to choose from for a line's dose: the one it has, then those of its product. */
export function doseUnitsOfLine({ dose, product }: LineDraft): string[] {
  return [...new Set([dose.unit, ...doseUnitsOf({ unit: product.unit, perMl: product.content?.per === 'mL' })])];
}

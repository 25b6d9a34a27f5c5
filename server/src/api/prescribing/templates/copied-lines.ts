import type { CopiedLine, PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { medicineHitOf, type Formulary } from '../../catalogues/index.ts';

/** Returns the lines as written, each with its medicine in today’s formulary; null when it is no longer listed. */
export function copiedLines(formulary: Formulary, items: readonly PrescriptionItem[]): CopiedLine[] {
  return items.map((line) => {
    const product = formulary.product(line.productId);
    return { line, product: product && formulary.mayBePrescribed(product.id) ? medicineHitOf(product) : null };
  });
}

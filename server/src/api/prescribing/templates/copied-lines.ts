import type { CopiedLine, PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { medicineHitOf, type Formulary } from '../../catalogues/index.ts';

/** Lines as they were written, each beside its medicine as the formulary has it today; null where it is on the list no more. */
export function copiedLines(formulary: Formulary, items: readonly PrescriptionItem[]): CopiedLine[] {
  return items.map((line) => {
    const product = formulary.product(line.productId);
    return { line, product: product && formulary.mayBePrescribed(product.id) ? medicineHitOf(product) : null };
  });
}

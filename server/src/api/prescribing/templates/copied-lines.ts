import type { CopiedLine, PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { OfferedFormulary } from '../drafts/offered-medicines.ts';

/** Returns the lines as written, each with its medicine in today’s formulary; null when it is no longer listed. */
export function copiedLines({ formulary, hitOf }: OfferedFormulary, items: readonly PrescriptionItem[]): CopiedLine[] {
  return items.map((line) => {
    const product = formulary.product(line.productId);
    return { line, product: product && formulary.mayBePrescribed(product.id) ? hitOf(product) : null };
  });
}

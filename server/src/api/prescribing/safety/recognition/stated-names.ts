import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { resolveActive } from './resolve-medicines.ts';
import type { Formulary } from '../../../catalogues/index.ts';

/** A medicine as somebody stated it: picked from the formulary, or in words. */
export interface StatedMedicine {
  readonly productId: string | null;
  readonly text: string;
}

/**
 * The names, in both languages, of what each stated medicine was recognised as, by the same reading as the safety checks’; empty for words
 * in which nothing is known.
 */
export function statedNames(formulary: Formulary, stated: readonly StatedMedicine[]): LocalizedText[][] {
  const medicines = stated.map(({ productId, text }, place) => ({
    id: String(place),
    origin: 'stated' as const,
    productId,
    text,
    prescribedAt: null,
  }));
  const { known } = resolveActive(medicines, formulary);
  const found = new Map(known.map((one) => [one.medicine.id, one]));
  return medicines.map(({ id }) => {
    const one = found.get(id);
    if (!one) return [];
    return one.product ? [one.product.name] : one.ingredients.map(({ en, zh }) => ({ en, zh }));
  });
}

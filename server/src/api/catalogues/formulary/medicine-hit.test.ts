import { medicineHit } from '@yunzhen/shared/prescribing/prescription-items.schemas';
import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from './curated-formulary.ts';
import { medicineHitOf } from './medicine-hit.ts';

describe('a medicine search hit', () => {
  it('matches the contract for every product', () => {
    for (const product of loadCuratedFormulary().products) {
      expect(medicineHit.safeParse(medicineHitOf(product)).error, product.id).toBeUndefined();
    }
  });
});

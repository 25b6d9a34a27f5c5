import { medicineHit, routes } from '@yunzhen/shared/contract/prescribing';
import { medicineRoutes } from '@yunzhen/shared/domain/medicine-words';
import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from './curated-formulary.ts';
import { medicineHitOf } from './medicine-hit.ts';

describe('medicine hit', () => {
  it('keeps to the wire for every product', () => {
    for (const product of loadCuratedFormulary().products) {
      expect(medicineHit.safeParse(medicineHitOf(product)).error, product.id).toBeUndefined();
    }
  });

  it('knows the same routes as the wire', () => {
    expect([...routes]).toEqual([...medicineRoutes]);
  });
});

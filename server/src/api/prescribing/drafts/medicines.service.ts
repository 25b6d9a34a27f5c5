import type { MedicineHit, PatentMedicineHit } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { createFormularySearch, type FormularySearch } from '../../catalogues/area.index.ts';
import type { Formulary } from '../../catalogues/index.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import type { OfferedMedicines } from './offered-medicines.ts';
import type { PatentMedicine } from '../safety/patents/patent-medicine.ts';
import { searchPatentMedicines } from '../safety/patents/patent-search.ts';

const MAX_PATENT_MEDICINES = 5;

interface MedicinesServiceDeps extends PrescribingPart<'transactions'> {
  readonly offered: OfferedMedicines;
}

/** Searches and reads the hospital’s formulary for the prescription editor. */
export class MedicinesService extends Service<MedicinesServiceDeps> {
  readonly #searches = new WeakMap<Formulary, FormularySearch>();

  async search(
    context: ActorContext,
    query: string,
    limit: number,
  ): Promise<{ items: MedicineHit[]; patentMedicines: PatentMedicineHit[]; dataVersion: string }> {
    const { formulary, hitOf } = await this.deps.transactions.run(context, (tx) => this.deps.offered.of(tx));
    let search = this.#searches.get(formulary);
    if (!search) this.#searches.set(formulary, (search = createFormularySearch(formulary)));
    const patents = searchPatentMedicines(query, Math.min(limit, MAX_PATENT_MEDICINES));
    return {
      items: search.search(query, limit).map(hitOf),
      patentMedicines: patents.map((patent) => patentHitOf(patent, formulary)),
      dataVersion: formulary.version,
    };
  }

  /** Throws `resource.not-found` when neither the hospital's own list nor the built-in list contains the product. */
  async read(context: ActorContext, productId: string): Promise<MedicineHit> {
    const { formulary, hitOf } = await this.deps.transactions.run(context, (tx) => this.deps.offered.of(tx));
    const product = formulary.product(productId);
    if (!product) throw new AppError('resource.not-found', 'medicine not found');
    return hitOf(product);
  }
}

function patentHitOf({ id, name, western }: PatentMedicine, formulary: Formulary): PatentMedicineHit {
  const contains = western.flatMap((one) => {
    const ingredient = formulary.ingredient(one);
    return ingredient ? [{ en: ingredient.en, zh: ingredient.zh }] : [];
  });
  return { id, name, contains };
}

import type { MedicineHit } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { type Formulary, createFormularySearch, type FormularySearch, medicineHitOf } from '../../catalogues/index.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** Searches and reads the hospital’s formulary for the prescription editor. */
export class MedicinesService extends Service<PrescribingPart<'transactions' | 'formularies'>> {
  readonly #searches = new WeakMap<Formulary, FormularySearch>();
  async search(
    context: ActorContext,
    query: string,
    limit: number,
  ): Promise<{ items: MedicineHit[]; dataVersion: string }> {
    const formulary = await this.deps.transactions.run(context, (tx) => this.deps.formularies.of(tx));
    let search = this.#searches.get(formulary);
    if (!search) this.#searches.set(formulary, (search = createFormularySearch(formulary)));
    return { items: search.search(query, limit).map(medicineHitOf), dataVersion: formulary.version };
  }

  /** Throws `resource.not-found` when neither the hospital's own list nor the built-in list contains the product. */
  async read(context: ActorContext, productId: string): Promise<MedicineHit> {
    const formulary = await this.deps.transactions.run(context, (tx) => this.deps.formularies.of(tx));
    const product = formulary.product(productId);
    if (!product) throw new AppError('resource.not-found', 'no such medicine');
    return medicineHitOf(product);
  }
}

import type { MedicineHit } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import {
  type Formulary,
  createFormularySearch,
  type FormularySearch,
  medicineHitOf,
  type Formularies,
} from '../../catalogues/index.ts';

/** The hospital’s formulary as the editor asks for it. */
export class MedicinesService {
  readonly #transactions: Transactions;
  readonly #formularies: Formularies;
  readonly #searches = new WeakMap<Formulary, FormularySearch>();
  constructor(transactions: Transactions, formularies: Formularies) {
    this.#transactions = transactions;
    this.#formularies = formularies;
  }

  async search(
    context: ActorContext,
    query: string,
    limit: number,
  ): Promise<{ items: MedicineHit[]; dataVersion: string }> {
    const formulary = await this.#transactions.run(context, (tx) => this.#formularies.of(tx));
    let search = this.#searches.get(formulary);
    if (!search) this.#searches.set(formulary, (search = createFormularySearch(formulary)));
    return { items: search.search(query, limit).map(medicineHitOf), dataVersion: formulary.version };
  }

  /** Throws `resource.not-found` for what neither the hospital's list nor the built-in one has. */
  async read(context: ActorContext, productId: string): Promise<MedicineHit> {
    const formulary = await this.#transactions.run(context, (tx) => this.#formularies.of(tx));
    const product = formulary.product(productId);
    if (!product) throw new AppError('resource.not-found', 'no such medicine');
    return medicineHitOf(product);
  }
}

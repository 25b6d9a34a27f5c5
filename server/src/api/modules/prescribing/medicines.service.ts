import type { MedicineHit } from '@yunzhen/shared/contract/prescribing';
import type { Formulary } from './formulary/formulary.ts';
import { createFormularySearch, type FormularySearch } from './formulary/formulary-search.ts';
import { medicineHitOf } from './formulary/medicine-hit.ts';

/** The formulary as the editor asks for it. */
export class MedicinesService {
  readonly #formulary: Formulary;
  readonly #search: FormularySearch;
  constructor(formulary: Formulary) {
    this.#formulary = formulary;
    this.#search = createFormularySearch(formulary);
  }

  search(query: string, limit: number): { items: MedicineHit[]; dataVersion: string } {
    return { items: this.#search.search(query, limit).map(medicineHitOf), dataVersion: this.#formulary.version };
  }
}

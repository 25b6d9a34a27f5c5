import type { MedicineHit } from '@yunzhen/shared/contract/prescribing';
import { unitName } from '@yunzhen/shared/domain/medicine-words';
import type { Formulary } from './formulary/formulary.ts';
import { createFormularySearch, type FormularySearch } from './formulary/formulary-search.ts';
import { medicineForms } from './formulary/medicine-form.ts';
import { ingredientNames, strengthText, type MedicineProduct } from './formulary/product.ts';

/** The formulary as the editor asks for it. */
export class MedicinesService {
  readonly #formulary: Formulary;
  readonly #search: FormularySearch;
  constructor(formulary: Formulary) {
    this.#formulary = formulary;
    this.#search = createFormularySearch(formulary);
  }

  search(query: string, limit: number): { items: MedicineHit[]; dataVersion: string } {
    return { items: this.#search.search(query, limit).map(toHit), dataVersion: this.#formulary.version };
  }
}

function toHit(product: MedicineProduct): MedicineHit {
  return {
    productId: product.id,
    name: product.name,
    ingredients: ingredientNames(product),
    atc: product.atc,
    strength: strengthText(product),
    form: medicineForms[product.form],
    route: product.routes[0] ?? 'oral',
    unit: product.unit,
    unitName: unitName(product.unit),
    controlClass: product.controlClass,
    usualSigs: product.usualSigs.map((sig) => ({ ...sig, dose: { ...sig.dose }, timing: { ...sig.timing } })),
  };
}

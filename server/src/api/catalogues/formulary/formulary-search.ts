import { hasHan } from '../../../platform/search/fold.ts';
import { fullPinyin } from '../../../platform/search/full-pinyin.ts';
import { SearchIndex } from '../../../platform/search/search-index.ts';
import type { Formulary } from './formulary.ts';
import { strengthText, type MedicineProduct } from './product.ts';

export interface FormularySearch {
  /**
   * Returns products that match the query, best first: by name or ingredient in either language, other name, ATC code or its prefix, or pinyin
   * initials. It tolerates misspellings; a strength may follow the name.
   */
  search(query: string, limit?: number): MedicineProduct[];
}

export function createFormularySearch(formulary: Pick<Formulary, 'products'>): FormularySearch {
  const { products } = formulary;
  const index = new SearchIndex(
    products.map((product) => {
      const parts = product.ingredients.map(({ ingredient }) => ingredient);
      // Doctors type it after the name, with or without a space: “amox 500”, “amox 500mg”.
      const strength = strengthText(product);
      const synonyms = [...product.synonyms, ...parts.flatMap((part) => part.synonyms)];
      const han = [
        product.name.zh,
        ...packageNames(product),
        ...parts.map((part) => part.zh),
        ...synonyms.filter(hasHan),
      ];
      return {
        codes: [product.atc],
        phrases: [
          product.name.en,
          ...parts.map((part) => part.en),
          ...synonyms.filter((name) => !hasHan(name)),
          `${strength} ${strength.replaceAll(' ', '')}`,
        ],
        han,
        spelt: fullPinyin(han),
        pinyin: [...product.pinyin, ...parts.flatMap((part) => part.pinyin)],
        // A single ingredient is meant more often than its combinations.
        weight: (product.common ? 1 : 0.5) / parts.length,
      };
    }),
  );
  return {
    search: (query, limit) =>
      index.search(query, limit).flatMap((hit) => {
        const product = products[hit.entry];
        return product ? [product] : [];
      }),
  };
}

/** The name on the package says the salt: 阿托伐他汀钙片 is 阿托伐他汀片. */
function packageNames({ name, ingredients }: MedicineProduct): string[] {
  const [only, another] = ingredients;
  if (!only || another || !name.zh.includes(only.ingredient.zh)) return [];
  const { zh, synonyms } = only.ingredient;
  const salts = synonyms.filter((other) => hasHan(other) && other !== zh && other.includes(zh));
  return salts.map((salt) => name.zh.replace(zh, salt));
}

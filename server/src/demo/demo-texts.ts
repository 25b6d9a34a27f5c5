import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { loadCuratedIcd10, loadCuratedFormulary } from '../api/catalogues/index.ts';

export interface DemoTexts {
  /** Returns the title of an ICD-10 code. */
  diagnosis(code: string): LocalizedText;
  /** Returns the name of a product of the formulary. */
  medicine(productId: string): LocalizedText;
}

/** Names from the curated lists. Throws for missing ones, because demo data contain no diagnoses or medicines of their own. */
export const demoTexts: DemoTexts = {
  diagnosis(code) {
    const concept = loadCuratedIcd10().concepts.find((entry) => entry.code === code);
    if (!concept) throw new Error(`Demo data use the diagnosis ${code}, which the list of diagnoses does not contain.`);
    return { en: concept.en, zh: concept.zh };
  },
  medicine(productId) {
    const product = loadCuratedFormulary().product(productId);
    if (!product) throw new Error(`Demo data use the medicine ${productId}, which the formulary does not contain.`);
    return product.name;
  },
};

// Data and their readers, which threads load too. What needs tables or a search index is in area.index.ts.
export { ckdEpi2021 } from './kidney-function.ts';
export {
  decimalText,
  EDITION_NOT_NOTED,
  list,
  optionalDecimal,
  provenance,
  slug,
  slugList,
  source,
  sourceNow,
  unit,
} from './columns.ts';
export { loadCuratedIcd10 } from './diagnoses/curated-icd10.ts';
export { titleOf } from './diagnoses/icd10-concept.ts';
export { curatedDoseLimitRecords, loadCuratedFormulary, withSources } from './formulary/curated-formulary.ts';
export { confidenceIn, missingParts, shownSource } from './source-parts.ts';
export { doseLimitsRowSchema, type DoseLimits } from './formulary/dose-limits.ts';
export { formularyManifest } from './formulary/formulary-manifest.ts';
export type { Formulary } from './formulary/formulary.ts';
export {
  informationOn,
  type HepaticAdvice,
  type Ingredient,
  type RenalRule,
  type ReproductiveAdvice,
} from './formulary/ingredient.ts';
export { medicineFormIds, medicineForms, type MedicineForm } from './formulary/medicine-form.ts';
export { medicineHitOf } from './formulary/medicine-hit.ts';
export { strengthText, type MedicineProduct, type ProductIngredient } from './formulary/product.ts';
export { watchForOf, watchForSource } from './formulary/watch-for.ts';
export type { ActiveList, CataloguesArea } from './lists/create-lists.ts';
export type { Formularies } from './own-formulary/formularies.ts';
export type { Terminologies } from './diagnoses/terminologies.ts';
export { ListFormatError, type ColumnNote, type ListReader, type NumberedRecord } from './lists/list-reader.ts';
export { readList } from './lists/read-list.ts';
export { Cells, Problems } from './own-formulary/own-problems.ts';
export { ingredientIdOf } from './own-formulary/own-terms.ts';
export { ownCatalogue } from './own-formulary/own-catalogue.ts';
export type { ListsOfHospital } from './own-formulary/own-row.ts';
/** @internal Used by tests of prescribing to read lines of a list. */
export { listReader } from './own-formulary/own-list-reader.ts';

const groups = [
  'alimentary',
  'antiinfective',
  'blood',
  'cardiovascular',
  'dermatological',
  'genitourinary',
  'hormone',
  'musculoskeletal',
  'nervous',
  'respiratory',
  'sensory',
] as const;

/**
 * Says what the curated formulary is. Files are split by anatomical group. `label` as a row's source means what the
 * approved product information of the generic commonly says, written down from the curators' knowledge of it and not
 * compared line by line: `reviewedBy` stays null until a pharmacist has done that, and a hospital must not rely on the
 * figures before. Trade names among the synonyms are there so that what a patient says can be recognised. Rows with confidence "check" are those to look at first.
 */
export const formularyManifest = Object.freeze({
  id: 'yunzhen-formulary',
  version: '2026-12',
  source: 'Curated by the Yunzhen project: INN, ATC and UCUM codes; own wording',
  licence: 'Apache-2.0',
  reviewedBy: null,
  /** `various` holds what is met only as taken already: foods, drinks, herbs. */
  ingredientFiles: [...groups, 'various'].map((group) => `ingredients/${group}.csv`),
  doseLimitFiles: groups.map((group) => `dose-limits/${group}.csv`),
  productFiles: groups.map((group) => `products/${group}.csv`),
});

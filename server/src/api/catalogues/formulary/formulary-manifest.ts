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
  'oncology',
  'respiratory',
  'sensory',
] as const;

/**
 * Describes the curated formulary; files are split by anatomical group. Substances and codes were compared with the ATC/DDD Index 2026
 * (`scripts/curation/compare-with-atc.mjs`). "Unverified" means what approved labels commonly say, written from the curators' knowledge, no label compared.
 * `reviewedBy` stays null until a pharmacist has reviewed the rows; before that a hospital must not rely on the figures. Review rows with confidence
 * "check" first.
 * Trade names are included so that patients' own descriptions are recognised.
 */
export const formularyManifest = Object.freeze({
  id: 'yunzhen-formulary',
  version: '2026-12',
  source: 'Curated by the Yunzhen project: INN, ATC and UCUM codes; own wording',
  licence: 'Apache-2.0',
  reviewedBy: null,
  /** `herbs` and `various` hold what patients only take already: parts of Chinese patent medicines, foods, drinks. */
  ingredientFiles: [...groups, 'herbs', 'various'].map((group) => `ingredients/${group}.csv`),
  doseLimitFiles: groups.map((group) => `dose-limits/${group}.csv`),
  productFiles: groups.map((group) => `products/${group}.csv`),
});

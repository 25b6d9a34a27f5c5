/**
 * Describes the curated diagnosis list. Codes are those of the international ICD-10: three and four characters, 2019 edition unless a row's note says
 * otherwise.
 * Titles in both languages, synonyms and the choice of codes are our own. In a row with confidence "check" something needs a coder's confirmation.
 */
export const icd10Manifest = Object.freeze({
  id: 'yunzhen-icd10',
  version: '2026-11',
  source: 'Curated by the Yunzhen project: codes of ICD-10 (2019 edition), own wording',
  licence: 'Apache-2.0',
  files: Object.freeze([
    'cardiovascular.csv',
    'dermatology.csv',
    'endocrine.csv',
    'ent.csv',
    'factors.csv',
    'gastroenterology.csv',
    'gynaecology.csv',
    'haematology.csv',
    'infection.csv',
    'injury.csv',
    'musculoskeletal.csv',
    'neurology.csv',
    'ophthalmology.csv',
    'paediatrics.csv',
    'psychiatry.csv',
    'respiratory.csv',
    'symptoms.csv',
    'urology.csv',
  ]),
});

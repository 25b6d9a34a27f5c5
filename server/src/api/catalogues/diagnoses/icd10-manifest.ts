/**
 * Says what the curated diagnosis list is. Codes are those of the international ICD-10 (three and four characters,
 * 2019 edition unless a row's note says otherwise); titles in both languages, synonyms and the choice of codes are our own.
 * A row with confidence "check" holds something that a coder should confirm before it is relied on.
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

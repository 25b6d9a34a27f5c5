export { Terminologies } from './diagnoses/terminologies.ts';
export { createFormularySearch, type FormularySearch } from './formulary/formulary-search.ts';
export { createCataloguesArea } from './lists/create-lists.ts';
export { Formularies } from './own-formulary/formularies.ts';

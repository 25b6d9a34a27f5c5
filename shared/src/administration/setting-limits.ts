/** Paper sizes that a hospital prints on. */
export const documentPapers = ['A4', 'A5'] as const;
export type DocumentPaper = (typeof documentPapers)[number];

/** How the sections of a note are named: SOAP, or as the outpatient record of Chinese hospitals (门诊病历). The stored sections are the same. */
export const noteForms = ['soap', 'outpatient'] as const;
export type NoteForm = (typeof noteForms)[number];

/** Minimum and maximum minutes that a patient may step away from the waiting room. */
export const stepAwayBounds = [5, 60] as const;

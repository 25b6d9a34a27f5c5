/** Paper sizes that a hospital prints on. */
export const documentPapers = ['A4', 'A5'] as const;
export type DocumentPaper = (typeof documentPapers)[number];

/** Minimum and maximum minutes that a patient may step away from the waiting room. */
export const stepAwayBounds = [5, 60] as const;

/** Kinds of a hospital’s own lists; each has a built-in list. */
export const listKinds = ['diagnoses', 'medicines', 'interactions'] as const;
export type ListKind = (typeof listKinds)[number];

/** `reading` until every row is checked; only a `ready` list can be activated. */
export const listStates = ['reading', 'ready', 'cancelled', 'failed'] as const;
export type ListState = (typeof listStates)[number];

export const listTypes = ['text/csv', 'application/gzip', 'application/fhir+json'] as const;
export const listBytesLimit = 16_000_000;
/** Lists that a hospital may upload within 24 hours: each is stored for good, on the disk of all hospitals. */
export const listsADay = 40;

export const hospitalListSorts = ['uploaded', 'name', 'taken'] as const;

export const remarkSorts = ['line', 'column'] as const;
export const remarkOutcomes = ['refused', 'taken'] as const;

export const activationSorts = ['at', 'name'] as const;

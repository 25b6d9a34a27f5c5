export const auditOutcomes = ['done', 'denied'] as const;

/** Maximum events in one export; a larger one needs a narrower time range. */
export const maxExportedEvents = 100_000;

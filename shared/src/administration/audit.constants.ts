export const auditOutcomes = ['done', 'denied'] as const;

/** An export holds at most so many events; whoever needs more narrows the time. */
export const maxExportedEvents = 100_000;

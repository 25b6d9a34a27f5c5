/** Chart entries that are stated, then confirmed or refuted, and never rewritten. */
export const entryKinds = ['allergy', 'condition', 'medicine', 'observation', 'pregnancy', 'document'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Who added an entry to the chart. */
export const entrySources = ['patient', 'doctor', 'import'] as const;
export type EntrySource = (typeof entrySources)[number];

/**
 * Decisions on an entry. `refute` is a doctor's "entered in error"; `retract` withdraws one's own statement, or ends a
 * medicine that is no longer taken.
 */
export const entryDecisions = ['confirm', 'refute', 'retract', 'resolve', 'reopen'] as const;
export type EntryDecision = (typeof entryDecisions)[number];

export const entryActions = ['recorded', 'confirmed', 'refuted', 'retracted', 'resolved', 'reopened'] as const;
export type EntryAction = (typeof entryActions)[number];

export const documentCategories = ['lab-report', 'imaging', 'referral', 'discharge', 'photo', 'other'] as const;
export type DocumentCategory = (typeof documentCategories)[number];

/** Why a doctor opens a chart without a care relationship. */
export const breakGlassReasons = ['emergency', 'unconscious', 'colleague-absent', 'patient-asked', 'other'] as const;
export type BreakGlassReason = (typeof breakGlassReasons)[number];
/** How long emergency access lasts. */
export const breakGlassHours = 4;

/** Everything in a chart that is stated, then confirmed or refuted, and never rewritten. */
export const entryKinds = ['allergy', 'condition', 'medicine', 'observation', 'pregnancy', 'document'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Who put an entry into the chart. */
export const entrySources = ['patient', 'doctor', 'import'] as const;
export type EntrySource = (typeof entrySources)[number];

/** What may become of an entry. To refute is a doctor's "entered in error"; to retract takes one's own word back. */
export const entryDecisions = ['confirm', 'refute', 'retract', 'resolve', 'reopen'] as const;
export type EntryDecision = (typeof entryDecisions)[number];

export const entryActions = ['recorded', 'confirmed', 'refuted', 'retracted', 'resolved', 'reopened'] as const;
export type EntryAction = (typeof entryActions)[number];

export const documentCategories = ['lab-report', 'imaging', 'referral', 'discharge', 'photo', 'other'] as const;
export type DocumentCategory = (typeof documentCategories)[number];

/** Why a doctor opens a chart that is not in their care. */
export const breakGlassReasons = ['emergency', 'unconscious', 'colleague-absent', 'patient-asked', 'other'] as const;
export type BreakGlassReason = (typeof breakGlassReasons)[number];
/** An opened chart stays open to that doctor for so long. */
export const breakGlassHours = 4;

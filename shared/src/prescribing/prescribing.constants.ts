/** The safety checks of a prescription, by name. */
export const safetyChecks = [
  'allergy',
  'interaction',
  'condition',
  'pregnancy',
  'duplicate',
  'dose',
  'age',
  'renal',
] as const;
export type SafetyCheckName = (typeof safetyChecks)[number];

/** Why an alert is overridden. */
export const overrideReasons = [
  'will-monitor',
  'benefit-outweighs-risk',
  'tolerated-before',
  'dose-adjusted',
  'not-clinically-significant',
  'other',
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** Reasons on older records that can no longer be given. */
export const pastOverrideReasons = ['monitoring-arranged', 'not-clinically-relevant', 'record-wrong'] as const;

/** What a doctor does about a prescription that a pharmacist returned: prescribes another, writes to the patient, or states that none is needed. */
export const followUpKinds = ['replaced', 'message', 'not-needed'] as const;

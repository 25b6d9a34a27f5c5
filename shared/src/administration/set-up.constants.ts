/** What a new hospital needs before its first patient, in a useful order. */
export const setUpSteps = [
  'details',
  'departments',
  'administrators',
  'doctors',
  'pharmacists',
  'safety-rules',
  'hours',
  'prices',
  'consent',
  'brand',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** The hospital can work without these. */
export const optionalSetUpSteps: readonly SetUpStep[] = ['hours', 'brand'];

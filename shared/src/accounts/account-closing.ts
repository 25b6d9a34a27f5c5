/** An account that its holder wants closed. */
export const closingStates = ['asked', 'taken-back', 'done'] as const;
export type ClosingState = (typeof closingStates)[number];

/** So many days it can be taken back. */
export const closingDays = 14;

/** What has to be over before an account can be closed. */
export const closingObstacles = ['visit', 'appointment', 'waitlist'] as const;

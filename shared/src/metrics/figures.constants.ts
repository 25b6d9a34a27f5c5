export const grains = ['hour', 'day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

/** A count below this is folded: few enough to point at somebody. */
export const FEWEST_COUNTED = 5;
/** Most stretches of time that one answer has. */
export const MAX_PERIODS = 800;

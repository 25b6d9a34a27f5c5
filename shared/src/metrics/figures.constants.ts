export const grains = ['hour', 'day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

/** A smaller count is hidden, because it could identify a person. */
export const FEWEST_COUNTED = 5;
/** Maximum number of periods in one answer. */
export const MAX_PERIODS = 800;

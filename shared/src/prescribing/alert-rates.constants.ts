/** Below this a count is folded: too few to say anything of a rule, and few enough to point at somebody. */
export const FEWEST_SHOWN = 5;

/** Smaller counts are hidden: too few to judge a rule, and few enough to identify a person. */
export const FEWEST_SHOWN = 5;

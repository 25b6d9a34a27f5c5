/** Titles of the steps that sign in and that run axe: the durations of a run count their time apart. */
export const signInStep = 'sign in';
export const axeStep = 'axe';

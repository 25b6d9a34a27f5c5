const words = {
  1: 'rules.circumstances.days.one',
  2: 'rules.circumstances.days.two',
  3: 'rules.circumstances.days.three',
} as const;

/** Returns the text key for a validity of one to three days. */
export function spanLabel(days: number): (typeof words)[keyof typeof words] {
  return words[days === 3 ? 3 : days === 2 ? 2 : 1];
}

const words = {
  1: 'rules.circumstances.days.one',
  2: 'rules.circumstances.days.two',
  3: 'rules.circumstances.days.three',
} as const;

/** The message that says for how many days, one to three, a prescription is valid. */
export function spanLabel(days: number): (typeof words)[keyof typeof words] {
  return words[days === 3 ? 3 : days === 2 ? 2 : 1];
}

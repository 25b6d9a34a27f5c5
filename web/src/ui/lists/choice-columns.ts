/** The widest label that fits half of a phone’s width beside its box; a Chinese character counts as two letters. */
const widestOfHalf = 15;

const widthOf = (label: string) => [...label].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

const widestOfThird = 8;

/** Returns the grid of choices: three columns for three very short labels, two where every label is short, otherwise one. */
export function columnsFor(choices: readonly { label: string; hint?: string }[]): string {
  const widest = Math.max(...choices.map(({ label, hint }) => (hint ? Infinity : widthOf(label))));
  if (choices.length === 3 && widest <= widestOfThird) return 'grid-cols-3';
  return choices.length > 1 && widest <= widestOfHalf ? 'grid-cols-2' : 'grid-cols-1';
}

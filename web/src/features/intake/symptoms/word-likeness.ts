const HAN_WEIGHT = 20;
const LETTER_WEIGHT = 4;
/** Shorter words must match exactly. */
const SHORTEST_GUESSED = 5;
const LONG_WORD = 8;

/**
 * Scores how much of the typed text matches a word; 0 for no match. Chinese words match exactly, or with one different character from three
 * characters on.
 * English matches whole words, with endings and one typo, or two in a long word, never in the first letter.
 */
export function likeness(word: string, typed: string): number {
  if (/\p{Script=Han}/u.test(word)) return hanLikeness(word, typed);
  const tokens = tokensOf(typed);
  const parts = tokensOf(word).map((part) => Math.max(0, ...tokens.map((token) => wordLikeness(part, token))));
  return parts.every((one) => one > 0) ? parts.reduce((sum, one) => sum + one, 0) : 0;
}

function hanLikeness(word: string, typed: string): number {
  if (typed.includes(word)) return HAN_WEIGHT * word.length;
  if (word.length < 3) return 0;
  const [head, tail] = [word.slice(0, 1), word.slice(2)];
  const other = [...typed].some((_, at) => {
    const window = typed.slice(at, at + word.length);
    return window.startsWith(head) && window.slice(2) === tail && window.length === word.length;
  });
  return other ? HAN_WEIGHT : 0;
}

function tokensOf(text: string): string[] {
  return text.replace(/['’]/g, '').match(/[a-z]+/g) ?? [];
}

function wordLikeness(word: string, token: string): number {
  const full = LETTER_WEIGHT * word.length;
  if (token === word || stem(token) === stem(word)) return full;
  if (word.length < SHORTEST_GUESSED || token.length < SHORTEST_GUESSED || word[0] !== token[0]) return 0;
  const slips = distance(word, token);
  return slips <= (word.length >= LONG_WORD ? 2 : 1) ? full - LETTER_WEIGHT * 2 * slips : 0;
}

const stem = (word: string) => (word.length > 3 ? word.replace(/(?:es|s|ing|ed)$/, '') : word);

/** Returns the number of letters to insert, delete, replace or swap with the next. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = Number(a[i - 1] !== b[j - 1]);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

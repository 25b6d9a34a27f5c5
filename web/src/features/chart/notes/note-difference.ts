export interface DifferencePart {
  readonly kind: 'same' | 'only-first' | 'only-second';
  readonly text: string;
}

/** With more words on a side, the middle is shown as replaced in one piece: correct, only coarser. */
const maxWords = 1_200;

/**
 * Returns what two texts share and what only one has, by word (Chinese by its own words), in reading order. The `first` parts joined give the first
 * text, the `second` parts the second.
 */
export function differenceOf(first: string, second: string): DifferencePart[] {
  const a = wordsOf(first);
  const b = wordsOf(second);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const parts: DifferencePart[] = [];
  add(parts, 'same', a.slice(0, start));
  if (Math.max(middleA.length, middleB.length) > maxWords) {
    add(parts, 'only-first', middleA);
    add(parts, 'only-second', middleB);
  } else {
    walk(middleA, middleB, parts);
  }
  add(parts, 'same', a.slice(a.length - end));
  return parts;
}

function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** Reads the longest common subsequence from its table of lengths. */
function walk(a: readonly string[], b: readonly string[], parts: DifferencePart[]): void {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(parts, 'same', a.slice(i, i + 1));
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      add(parts, 'only-first', a.slice(i, i + 1));
      i++;
    } else {
      add(parts, 'only-second', b.slice(j, j + 1));
      j++;
    }
  }
}

function add(parts: DifferencePart[], kind: DifferencePart['kind'], words: readonly string[]): void {
  if (words.length === 0) return;
  const text = words.join('');
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

/** A run of words that both texts have, or only one of them. */
export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Splits into words with the following space; each Han character is a word. */
function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}

/** Finds the longest common subsequence with the table of Wagner and Fischer (J. ACM 21, 1974). */
function compare(before: readonly string[], after: readonly string[]): DifferencePart[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DifferencePart[] = [];
  const push = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const next = after[j];
    if (old !== undefined && old === next) {
      push('same', old);
      i++;
      j++;
    } else if (old !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      push('removed', old);
      i++;
    } else if (next !== undefined) {
      push('added', next);
      j++;
    }
  }
  return parts;
}

/** A longer paragraph is shown as replaced rather than compared word by word. */
const maxWords = 1500;

/** Returns the difference of one paragraph: unchanged, added and removed words. */
export function differenceOf(before: string, after: string): DifferencePart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, next] = [wordsOf(before), wordsOf(after)];
  if (old.length > maxWords || next.length > maxWords) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return compare(old, next);
}

/** Compares by paragraph: unchanged, changed, added and removed ones, in the order of the new text. */
export function differenceOfParagraphs(before: readonly string[], after: readonly string[]): DifferencePart[][] {
  const marks = compareParagraphs(before, after);
  const result: DifferencePart[][] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    const next = marks[i + 1];
    if (!mark) continue;
    // A removed paragraph followed by an added one was rewritten.
    if (mark.kind === 'removed' && next?.kind === 'added') {
      result.push(differenceOf(mark.text, next.text));
      i++;
    } else result.push([mark]);
  }
  return result;
}

function compareParagraphs(before: readonly string[], after: readonly string[]): DifferencePart[] {
  const kept = new Set(after);
  const marks: DifferencePart[] = [];
  let i = 0;
  for (const paragraph of after) {
    while (i < before.length && before[i] !== paragraph && !kept.has(before[i] ?? '')) {
      marks.push({ kind: 'removed', text: before[i] ?? '' });
      i++;
      if (before.indexOf(paragraph, i) < 0) break;
    }
    if (before[i] === paragraph) {
      marks.push({ kind: 'same', text: paragraph });
      i++;
    } else marks.push({ kind: 'added', text: paragraph });
  }
  for (; i < before.length; i++)
    if (!after.includes(before[i] ?? '')) marks.push({ kind: 'removed', text: before[i] ?? '' });
  return marks;
}

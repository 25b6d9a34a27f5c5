import { FEWEST_COUNTED, type FigureCell } from '@yunzhen/shared/contract/metrics-figures';
import type { FigureValue } from './figure-value.ts';

const isFew = (count: number) => count > 0 && count < FEWEST_COUNTED;

/**
 * Which of some counts that add up to a known sum are hidden: those from one to four, and as many others, the smallest first, as
 * it takes to keep anyone from working them out of the sum. What is hidden is at least two counts and at least five together,
 * and more than one for each; whoever subtracts what is shown learns nothing else.
 */
export function hiddenAmong(counts: readonly number[], alreadyHidden: readonly boolean[] = []): boolean[] {
  const hidden = counts.map((count, i) => isFew(count) || alreadyHidden[i] === true);
  if (!hidden.includes(true)) return hidden;
  // Those above nothing first; where they don’t do, a nought may stand for something too.
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ place }) => !hidden[place])
    .sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  for (const { place } of others) {
    if (isSafe(counts, hidden)) break;
    hidden[place] = true;
  }
  return hidden;
}

function isSafe(counts: readonly number[], hidden: readonly boolean[]): boolean {
  const those = counts.filter((_, i) => hidden[i]);
  const sum = those.reduce((total, count) => total + count, 0);
  return those.length >= 2 && sum >= FEWEST_COUNTED && sum > those.length;
}

export const shown = ({ value, of }: FigureValue): FigureCell => ({
  value: of === 0 ? (value === 0 ? 0 : null) : value,
  of,
  folded: false,
});

const folded = (of: number | null): FigureCell => ({ value: null, of, folded: true });

/** One value that stands alone, of a department or a doctor. */
export function foldOne(value: FigureValue): FigureCell {
  return foldTogether([value])[0] ?? folded(null);
}

/** Values of the same figure that add up: of groups, or of stretches of time. */
export function foldTogether(values: readonly FigureValue[]): FigureCell[] {
  const few = hiddenAmong(values.map(({ of }) => of));
  const fewParts = hiddenAmong(values.map(({ part }) => part ?? 0));
  const fewOthers = hiddenAmong(values.map(({ of, part }) => (part === null ? 0 : of - part)));
  return values.map((value, i) => {
    if (few[i]) return folded(null);
    if (value.part !== null && (fewParts[i] || fewOthers[i])) return folded(value.of);
    return shown(value);
  });
}

/** Values that don’t add up to anything: each is looked at by itself. */
export function foldEach(values: readonly FigureValue[]): FigureCell[] {
  return values.map(foldOne);
}

import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import { FEWEST_COUNTED } from '@yunzhen/shared/metrics/figures.constants';
import type { FigureCounts, FigureValue } from './figure-value.ts';

/** What is hidden of a value: nothing; the part that it is the share of, and so its value; or how many it is made of, too. */
export type Fold = 'none' | 'part' | 'whole';

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

/** What is known of a table besides its cells. */
export interface TableSums {
  /** Of the sums of the columns, which belong to what the groups are parts of: what is hidden of each. Without it all are shown. */
  above?: readonly Fold[];
  /** Of the sums of the rows: what is hidden of each. Without it the rows don’t add up to anything. */
  totals?: readonly Fold[];
}

/**
 * What is hidden in a table whose rows are the groups that something consists of, and whose columns are stretches of time or kinds. Whoever
 * opens one group’s page after the other sees the whole table, and the sums: so no row and no column may give a hidden cell away. Of a
 * sum that is hidden nothing is shown that it is made of.
 */
export function foldsInTable(table: readonly (readonly FigureCounts[])[], sums: TableSums = {}): Fold[][] {
  const hides = (fold: Fold | undefined, what: 'part' | 'whole') =>
    fold === 'whole' || (fold === 'part' && what === 'part');
  const hiddenOf = (what: 'part' | 'whole', count: (counts: FigureCounts) => number) =>
    hiddenInTable(
      table.map((row) => row.map(count)),
      (sums.above ?? []).map((fold) => hides(fold, what)),
      sums.totals?.map((fold) => hides(fold, what)),
    );
  const whole = hiddenOf('whole', ({ of }) => of);
  const parts = hiddenOf('part', ({ part }) => part ?? 0);
  const others = hiddenOf('part', ({ of, part }) => (part === null ? 0 : of - part));
  return table.map((row, group) =>
    row.map(({ part }, column) => {
      if (whole[group]?.[column]) return 'whole';
      return part !== null && (parts[group]?.[column] || others[group]?.[column]) ? 'part' : 'none';
    }),
  );
}

/**
 * Hides until no line gives anything away: a cell that protects its row may have to be protected in its column. Where rows add up
 * a nought can’t protect anything, since its row would give it away.
 */
function hiddenInTable(
  counts: readonly (readonly number[])[],
  hiddenColumns: readonly boolean[],
  hiddenRows: readonly boolean[] | undefined,
): boolean[][] {
  const hidden = counts.map((row, group) =>
    row.map((count, column) => isFew(count) || hiddenColumns[column] === true || hiddenRows?.[group] === true),
  );
  const columns = counts[0]?.map((_, column) => column) ?? [];
  for (let changed = true; changed;) {
    changed = false;
    const protect = (whole: readonly { group: number; column: number }[]) => {
      const line = hiddenRows ? whole.filter(({ group, column }) => counts[group]?.[column]) : whole;
      const after = hiddenAmong(
        line.map(({ group, column }) => counts[group]?.[column] ?? 0),
        line.map(({ group, column }) => hidden[group]?.[column] ?? false),
      );
      for (const [i, { group, column }] of line.entries()) {
        const row = hidden[group];
        if (!row || !after[i] || row[column]) continue;
        row[column] = true;
        changed = true;
      }
    };
    for (const column of columns) if (!hiddenColumns[column]) protect(counts.map((_, group) => ({ group, column })));
    for (const group of hiddenRows ? counts.keys() : [])
      if (!hiddenRows?.[group]) protect(columns.map((column) => ({ group, column })));
  }
  return hidden;
}

/** A value as it is told. */
export function cellOf({ value, of }: FigureValue, fold: Fold = 'none'): FigureCell {
  if (fold !== 'none') return { value: null, of: fold === 'part' ? of : null, folded: true };
  return { value: of === 0 ? (value === 0 ? 0 : null) : value, of, folded: false };
}

/** What is hidden of values of the same figure that add up: of groups, or of stretches of time. */
export function foldsTogether(values: readonly FigureCounts[], above: Fold = 'none'): Fold[] {
  return foldsInTable(
    values.map((value) => [value]),
    { above: [above] },
  ).map(([fold = 'none']) => fold);
}

/** What is hidden of values that don’t add up to anything: each is looked at by itself. */
export function foldsEach(values: readonly FigureCounts[]): Fold[] {
  return values.map((value) => foldsTogether([value])[0] ?? 'none');
}

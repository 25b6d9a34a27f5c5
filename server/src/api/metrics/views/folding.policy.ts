import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { FEWEST_COUNTED } from '@yunzhen/shared/metrics/figures.constants';
import type { FigureCounts, FigureValue } from './figure-value.ts';

/** What is hidden of a value: nothing; its share and the part behind it; or also its base. */
export type Fold = 'none' | 'part' | 'whole';

const isFew = (count: number) => count > 0 && count < FEWEST_COUNTED;

/**
 * Returns which of some counts with a known sum to hide (cell suppression): those from one to four, and as many others, smallest first, as needed to
 * protect them.
 * Hidden are at least two counts, at least five in total, and more than one each on average, so that subtraction reveals nothing.
 */
export function hiddenAmong(counts: readonly number[], alreadyHidden: readonly boolean[] = []): boolean[] {
  const hidden = counts.map((count, i) => isFew(count) || alreadyHidden[i] === true);
  if (!hidden.includes(true)) return hidden;
  // Positive counts first; zeros only when those do not suffice.
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

/** What is known of a table in addition to its cells. */
export interface TableSums {
  /** What is hidden of each column’s sum, which belongs to the parent group. Without it all are shown. */
  above?: readonly Fold[];
  /** What is hidden of each row’s sum. Without it rows have no sum. */
  totals?: readonly Fold[];
}

/**
 * Returns what to hide in a table of groups (rows) by periods or kinds (columns). A reader may open every group’s page and so see the table and its
 * sums, so no row or column may reveal a hidden cell. Nothing behind a hidden sum is shown.
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
 * Hides cells until no row or column reveals one: a cell that protects its row may need protection in its column. Where rows have sums, a zero
 * protects nothing, because its row reveals it.
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

/** Returns a value as it is sent to the client. */
export function cellOf({ value, of }: FigureValue, fold: Fold = 'none'): FigureCell {
  if (fold !== 'none') return { value: null, of: fold === 'part' ? of : null, folded: true };
  return { value: of === 0 ? (value === 0 ? 0 : null) : value, of, folded: false };
}

/** Returns a cell of the range before. A count is unknown where the hospital’s figures begin within that range: it would look like growth. */
export function cellBefore(
  figure: FigureId,
  cell: FigureCell,
  { hasWholeBefore }: { hasWholeBefore: boolean },
): FigureCell {
  if (hasWholeBefore || cell.folded || figures[figure].unit !== 'count') return cell;
  return { value: null, of: null, folded: false };
}

/** Returns what to hide of values of one figure that add up, over groups or periods. */
export function foldsTogether(values: readonly FigureCounts[], above: Fold = 'none'): Fold[] {
  return foldsInTable(
    values.map((value) => [value]),
    { above: [above] },
  ).map(([fold = 'none']) => fold);
}

/** Returns what to hide of values that do not add up: each is judged on its own. */
export function foldsEach(values: readonly FigureCounts[]): Fold[] {
  return values.map((value) => foldsTogether([value])[0] ?? 'none');
}

import { Tally, type TallyFilter } from '../counting/tally.ts';
import type { Periods } from './figure-range.ts';
import type { FigureCounts } from './figure-value.ts';
import { foldsInTable, foldsTogether, type Fold } from './folding.policy.ts';
import type { RollupRow } from './rollup-reader.repository.ts';

/** The counts of one department or doctor: over the range, over the range before, and in each period. */
export interface Group {
  readonly total: Tally;
  readonly before: Tally;
  readonly periods: readonly Tally[];
}

/** One level of the drill-down from the hospital: the groups at that level, and the chosen one. */
export interface DrillLevel {
  readonly chosen: string;
  readonly groups: ReadonlyMap<string, Group>;
  /** True for the hospital as a whole, where nothing is hidden. */
  readonly open: boolean;
}

export const emptyGroup = ({ labels }: Periods): Group => ({
  total: new Tally(),
  before: new Tally(),
  periods: labels.map(() => new Tally()),
});

/** Sorts groups by id, so that which of two equal counts is hidden does not depend on the request. */
export function inOrder<Value>(groups: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds empty groups for ids without rows. Their zeros may have to be hidden too; otherwise opening every page would reveal a small count. */
export function withEmptyGroups<Value>(
  groups: ReadonlyMap<string, Value>,
  ids: readonly string[],
  nothing: () => Value,
): Map<string, Value> {
  return inOrder(new Map([...ids.map((id) => [id, nothing()] as const), ...groups]));
}

/** Merges rows by group. */
export function talliesBy(
  rows: readonly RollupRow[],
  keyOf: (row: RollupRow) => string,
  wanted?: TallyFilter,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const key = keyOf(row);
    tallies.set(key, (tallies.get(key) ?? new Tally()).mergeEncoded(row.tally, wanted));
  }
  return inOrder(tallies);
}

/** Merges rows of a range and of the range before into groups. */
export function groupsOf(
  [rows = [], earlier = []]: readonly (readonly RollupRow[])[],
  keyOf: (row: RollupRow) => string,
  periods: Periods,
  wanted: TallyFilter,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  const groupOf = (row: RollupRow) => {
    const key = keyOf(row);
    const group = groups.get(key) ?? emptyGroup(periods);
    groups.set(key, group);
    return group;
  };
  const placeOf = new Map(periods.labels.map((label, place) => [label, place]));
  for (const row of rows)
    groupOf(row).periods[placeOf.get(periods.labelOf(row.starts)) ?? -1]?.mergeEncoded(row.tally, wanted);
  for (const row of earlier) groupOf(row).before.mergeEncoded(row.tally, wanted);
  for (const { total, periods: tallies } of groups.values()) for (const tally of tallies) total.merge(tally);
  return inOrder(groups);
}

export function mergeGroups(one: Group, other: Group): Group {
  return {
    total: one.total.merge(other.total),
    before: one.before.merge(other.before),
    periods: one.periods.map((tally, place) => tally.merge(other.periods[place] ?? new Tally())),
  };
}

/**
 * Returns what to hide of one figure at the end of the drill-down. It considers all groups at each level whichever is shown, so no page reveals what
 * another hides.
 */
export function foldsOf(
  way: readonly DrillLevel[],
  countsOf: (tally: Tally) => FigureCounts,
): { total: Fold; before: Fold; periods: readonly (Fold | undefined)[] } {
  let above: { total: Fold; before: Fold; periods: readonly Fold[] } = { total: 'none', before: 'none', periods: [] };
  for (const { chosen, groups, open } of way) {
    if (open) continue;
    // An unknown group has nothing to hide.
    const place = [...groups.keys()].indexOf(chosen);
    if (place < 0) return { total: 'none', before: 'none', periods: [] };
    const all = [...groups.values()];
    const totals = foldsTogether(
      all.map(({ total }) => countsOf(total)),
      above.total,
    );
    const before = foldsTogether(
      all.map((group) => countsOf(group.before)),
      above.before,
    );
    const periods = foldsInTable(
      all.map((group) => group.periods.map(countsOf)),
      { above: above.periods, totals },
    );
    above = { total: totals[place] ?? 'none', before: before[place] ?? 'none', periods: periods[place] ?? [] };
  }
  return above;
}

import { Tally, type TallyFilter } from '../counting/tally.ts';
import type { Periods } from './figure-range.ts';
import type { FigureCounts } from './figure-value.ts';
import { foldsInTable, foldsTogether, type Fold } from './folding.policy.ts';
import type { RollupRow } from './rollup-reader.repository.ts';

/** What was counted of one department or doctor: over the range, over the one before, and in each period of the range. */
export interface Group {
  readonly total: Tally;
  readonly before: Tally;
  readonly periods: readonly Tally[];
}

/** One step of the way down from the hospital: what stands beside each other there, and which of it the way leads through. */
export interface DrillLevel {
  readonly chosen: string;
  readonly groups: ReadonlyMap<string, Group>;
  /** Nothing is folded: the hospital as a whole. */
  readonly open: boolean;
}

export const emptyGroup = ({ labels }: Periods): Group => ({
  total: new Tally(),
  before: new Tally(),
  periods: labels.map(() => new Tally()),
});

/** Groups by their ids: which of two equal ones is hidden must not hang on who asks. */
export function inOrder<Value>(groups: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * With those who have no rows, who stand in the tables as well: where few were elsewhere their nought may have to be hidden too, or
 * whoever opens page after page finds out whose it was.
 */
export function withEmptyGroups<Value>(
  groups: ReadonlyMap<string, Value>,
  ids: readonly string[],
  nothing: () => Value,
): Map<string, Value> {
  return inOrder(new Map([...ids.map((id) => [id, nothing()] as const), ...groups]));
}

/** Rows put together by group. */
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

/** Sorts rows of a range and of the one before into groups. */
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
 * What is hidden of one figure of the place that the way ends at. It is worked out from everything that stands beside each step of the way,
 * whichever of it is looked at: so what one page hides no other page gives away.
 */
export function foldsOf(
  way: readonly DrillLevel[],
  countsOf: (tally: Tally) => FigureCounts,
): { total: Fold; before: Fold; periods: readonly (Fold | undefined)[] } {
  let above: { total: Fold; before: Fold; periods: readonly Fold[] } = { total: 'none', before: 'none', periods: [] };
  for (const { chosen, groups, open } of way) {
    if (open) continue;
    // Who is not of it has nothing to hide, and hides nobody.
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

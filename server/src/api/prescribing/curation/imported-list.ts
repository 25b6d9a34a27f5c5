import type { KnowledgeRule } from '@yunzhen/shared/prescribing/knowledge.contract';
import { importedTable, ruleSeverities } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { SortedPlace } from '../../../platform/db/paging.ts';
import type { ImportedRows } from '../imports/imported-rows.ts';
import { ruleView, type ListedRule, type RuleDecisions, type RulesQuery } from './rules-list.ts';

interface Asked {
  readonly query: RulesQuery;
  readonly after: SortedPlace | null;
  readonly accountId: string;
}

interface ImportedPage {
  /** Up to one row more than the limit. */
  readonly rows: ListedRule[];
  readonly total: number;
  readonly undecided: number;
  readonly baseVersion: string;
}

/** Places of pairs that have the same sort value, in the order of their ids. */
interface Group {
  readonly value: string;
  readonly places: Iterable<number>;
}

/**
 * Returns a page of an imported base with the hospital’s decisions. A base may have hundreds of thousands of pairs, so only the
 * pairs of the page and the decided ones are read in full.
 */
export function importedPage(
  base: ImportedRows,
  decisions: ReadonlyMap<string, RuleDecisions>,
  { query, after, accountId }: Asked,
): ImportedPage {
  const decided = decidedIn(base, decisions, accountId);
  const isAskedFor = filterOf(base, decided, query);
  const rows: ListedRule[] = [];
  for (const { value, place } of placesFrom(base, decided, query, after)) {
    if (!isAskedFor(place)) continue;
    const row = base.rowAt(place);
    const rule = decided.get(place) ?? ruleView(row, {}, accountId);
    rows.push({ id: row.key, sortValue: `${value} ${row.id}`, rule });
    if (rows.length > query.limit) break;
  }
  const signed = [...decided.values()].filter((rule) => rule.signed !== null).length;
  return { rows, total: base.size, undecided: base.size - signed, baseVersion: base.version };
}

/** Returns the pairs about which there is a decision, by place, in the order of places. */
function decidedIn(
  base: ImportedRows,
  decisions: ReadonlyMap<string, RuleDecisions>,
  accountId: string,
): ReadonlyMap<number, KnowledgeRule> {
  const found = [...decisions].flatMap(([key, of]): (readonly [number, KnowledgeRule])[] => {
    const [table, id = ''] = key.split(' ');
    const place = table === importedTable ? base.placeOf(id) : -1;
    return place < 0 ? [] : [[place, ruleView(base.rowAt(place), of, accountId)]];
  });
  return new Map(found.toSorted(([one], [other]) => one - other));
}

function filterOf(
  base: ImportedRows,
  decided: ReadonlyMap<number, KnowledgeRule>,
  { q, state, severity }: RulesQuery,
): (place: number) => boolean {
  const named = base.matching(q);
  return (place) => {
    const rule = decided.get(place);
    if (severity && (rule?.severity ?? base.severityAt(place)) !== severity) return false;
    if (state && (rule?.state ?? 'undecided') !== state) return false;
    return named(place);
  };
}

/** Yields the places in the order asked for, from the one after the cursor on. */
function* placesFrom(
  base: ImportedRows,
  decided: ReadonlyMap<number, KnowledgeRule>,
  { sort, order }: RulesQuery,
  after: SortedPlace | null,
): Generator<{ value: string; place: number }> {
  const ascending = order === 'asc';
  const [begun = '', id = ''] = after ? after.value.split(' ') : [];
  const last = base.placeOf(id);
  for (const { value, places } of groupsOf(base, decided, sort, ascending)) {
    if (after && (ascending ? value < begun : value > begun)) continue;
    for (const place of places) {
      const shown = after !== null && value === begun && (ascending ? place <= last : place >= last);
      if (!shown) yield { value, place };
    }
  }
}

function groupsOf(
  base: ImportedRows,
  decided: ReadonlyMap<number, KnowledgeRule>,
  sort: RulesQuery['sort'],
  ascending: boolean,
): Group[] {
  const all = (holds: (place: number) => boolean) => placesOf(base.size, ascending, holds);
  const everyDecided = ascending ? [...decided] : [...decided].toReversed();
  const groups: Record<RulesQuery['sort'], () => Group[]> = {
    name: () => [{ value: '', places: all(() => true) }],
    table: () => [{ value: '', places: all(() => true) }],
    severity: () =>
      ruleSeverities.toReversed().map((severity, at) => ({
        value: String(at),
        places: all((place) => (decided.get(place)?.severity ?? base.severityAt(place)) === severity),
      })),
    decided: () => [
      { value: '', places: all((place) => !decided.has(place)) },
      ...[...Map.groupBy(everyDecided, ([, { decidedAt }]) => decidedAt ?? '')]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([value, of]) => ({ value, places: of.map(([place]) => place) })),
    ],
  };
  return ascending ? groups[sort]() : groups[sort]().toReversed();
}

function* placesOf(size: number, ascending: boolean, holds: (place: number) => boolean): Generator<number> {
  for (let at = 0; at < size; at++) {
    const place = ascending ? at : size - 1 - at;
    if (holds(place)) yield place;
  }
}

import { importedTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { CsvRow } from '../../../platform/csv/read-csv.ts';
import {
  knowledgeTableNames,
  type KnowledgeTableName,
  type KnowledgeTables,
  type TableRow,
} from '../safety/knowledge/knowledge-tables.ts';
import { severities } from '../safety/severity.ts';
import { ruleIdOf, severityOf } from './ruled-rows.ts';

/** The imported base of a set. */
export interface ComparedPairs {
  /** Digest of the file. */
  readonly file: string;
  readonly version: string;
  /** Ids of the pairs that the hospital decided about. */
  readonly decided: readonly string[];
  /** Returns a pair as the set uses it; null when it has none or it is switched off. */
  record(id: string): TableRow | null;
}

/** A set of rules, as it is compared with another. */
export interface ComparedSet {
  readonly tables: KnowledgeTables;
  readonly imported: ComparedPairs | null;
}

export interface SetDifference {
  readonly table: KnowledgeTableName | typeof importedTable;
  readonly ruleId: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: TableRow | null;
  readonly after: TableRow | null;
  readonly columns: readonly string[];
}

/**
 * Returns what changes from one set to another, gravest first, after the edition of the imported base. Of its pairs, of which there may be hundreds of
 * thousands, those that the hospital decided about are compared.
 */
export function differencesOf(before: ComparedSet, after: ComparedSet): SetDifference[] {
  const found = knowledgeTableNames.flatMap((table) => {
    const old = byId(table, before.tables[table]);
    const young = byId(table, after.tables[table]);
    return [...new Set([...old.keys(), ...young.keys()])].flatMap((ruleId) =>
      differenceOf(table, ruleId, old.get(ruleId) ?? null, young.get(ruleId) ?? null),
    );
  });
  const [old, young] = [before.imported, after.imported];
  const pairs = [...new Set([...(old?.decided ?? []), ...(young?.decided ?? [])])].flatMap((id) =>
    differenceOf(importedTable, id, old?.record(id) ?? null, young?.record(id) ?? null),
  );
  return [...editions(old, young), ...[...found, ...pairs].toSorted((a, b) => gravityOf(b) - gravityOf(a))];
}

/** Another edition of the imported base, which may change every pair. */
function editions(before: ComparedPairs | null, after: ComparedPairs | null): SetDifference[] {
  const edition = (base: ComparedPairs | null) => base && { id: base.version, file: base.file };
  return differenceOf(importedTable, (after ?? before)?.file.slice(0, 12) ?? '', edition(before), edition(after));
}

function byId(table: string, rows: readonly CsvRow<TableRow>[]): Map<string, TableRow> {
  return new Map(rows.map(({ row }) => [ruleIdOf(table, row), row]));
}

function differenceOf(
  table: SetDifference['table'],
  ruleId: string,
  before: TableRow | null,
  after: TableRow | null,
): SetDifference[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (column) => before?.[column] !== after?.[column],
  );
  if (columns.length === 0) return [];
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [{ table, ruleId, kind, before, after, columns: kind === 'changed' ? columns : [] }];
}

function gravityOf({ before, after }: SetDifference): number {
  return Math.max(
    ...[before, after].map((record) => (record ? severities.indexOf(severityOf(record) ?? 'minor') : -1)),
  );
}

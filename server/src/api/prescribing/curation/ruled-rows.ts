import { createHash } from 'node:crypto';
import {
  changeableColumns,
  ruledTables,
  ruleSeverities,
  type ChangeableColumn,
  type DecidableTable,
  type RuledTable,
} from '@yunzhen/shared/prescribing/knowledge.constants';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import type { Severity } from '../safety/severity.ts';
import { shippedTables, type KnowledgeTables, type TableRow } from '../safety/knowledge/knowledge-tables.ts';

/** A rule that a hospital decides about, as it ships or was imported. */
export interface RuledRow {
  readonly table: DecidableTable;
  readonly id: string;
  /** A UUID made of table and id, so that lists have a stable order. */
  readonly key: string;
  readonly record: TableRow;
  /** SHA-256 of the record. A decision about another digest no longer counts. */
  readonly sha256: string;
}

/** Columns that identify a row of a table without ids. */
const BAND = [
  'ingredient',
  'route',
  'form',
  'jurisdictions',
  'sex',
  'fromMonths',
  'belowMonths',
  'fromKg',
  'belowKg',
  'weight',
];

const IDENTIFYING: Partial<Record<string, readonly string[]>> = {
  'dose-bands': BAND,
  'dose-limits': ['ingredient', 'route', 'form'],
};

/** Returns the id of a row, which does not depend on what a hospital may change. */
export function ruleIdOf(table: string, record: TableRow): string {
  if (record['id'] !== undefined) return record['id'];
  const columns = IDENTIFYING[table] ?? firstColumns(table, record);
  return columns.map((column) => (record[column] ?? '').replaceAll('|', '+')).join('.');
}

/** Columns in the order of the shipped file: those of a release are sorted by name. */
function firstColumns(table: string, record: TableRow): string[] {
  const tables: Partial<Record<string, readonly { row: TableRow }[]>> = shippedTables();
  return Object.keys(tables[table]?.[0]?.row ?? record).slice(0, 2);
}

export const isRuled = (table: string): table is RuledTable => (ruledTables as readonly string[]).includes(table);

let rows: readonly RuledRow[] | undefined;

/** Returns every rule that ships with the program and that a hospital decides about. */
export function shippedRules(): readonly RuledRow[] {
  rows ??= rulesOf(shippedTables());
  return rows;
}

let byKey: ReadonlyMap<string, RuledRow> | undefined;

/** Returns a shipped rule; undefined for an unknown one. */
export function shippedRule(table: string, id: string): RuledRow | undefined {
  byKey ??= new Map(shippedRules().map((row) => [`${row.table} ${row.id}`, row]));
  return byKey.get(`${table} ${id}`);
}

/** Finds a row as it is now; undefined for an unknown one. */
export type FindRow = (table: string, id: string) => RuledRow | undefined;

function rulesOf(tables: KnowledgeTables): readonly RuledRow[] {
  return ruledTables.flatMap((table) =>
    tables[table].map(({ row: record }) => ruledRow(table, ruleIdOf(table, record), record)),
  );
}

export function ruledRow(table: DecidableTable, id: string, record: TableRow): RuledRow {
  return Object.freeze({ table, id, key: keyOf(table, id), record, sha256: sha256Of(canonicalJson({ ...record })) });
}

function keyOf(table: string, id: string): string {
  return sha256Of(`${table} ${id}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Returns the severity of a row; null for limits, whose severity depends on the excess. */
export function severityOf(record: TableRow): Severity | null {
  return ruleSeverities.find((severity) => severity === record['severity']) ?? null;
}

/** Returns whether a decision between these forms of a row needs two people: one of them is serious, or has no severity. Null: switched off. */
export function needsTwoPeople(...forms: readonly (TableRow | null)[]): boolean {
  return forms.some((record) => {
    if (record === null) return false;
    const severity = severityOf(record);
    return severity === null || severity === 'serious' || severity === 'contraindicated';
  });
}

/** Returns the columns of a row that a hospital may change. What identifies a row is not among them. */
export function changeableOf({ table, record }: RuledRow): ChangeableColumn[] {
  const identifying = IDENTIFYING[table] ?? ['id'];
  return changeableColumns.filter((column) => record[column] !== undefined && !identifying.includes(column));
}

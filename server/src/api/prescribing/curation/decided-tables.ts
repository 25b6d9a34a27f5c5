import type { RuledTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { CsvRow } from '../../../platform/csv/read-csv.ts';
import { sourceNow } from '../../catalogues/index.ts';
import {
  knowledgeTableNames,
  shippedTables,
  type KnowledgeTableName,
  type KnowledgeTables,
  type TableRow,
} from '../safety/knowledge/knowledge-tables.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { isRuled, ruleIdOf, shippedRule, type FindRow, type RuledRow } from './ruled-rows.ts';

/** The parts of a decision that change what the checks use. */
export type Decided = Pick<
  KnowledgeDecisionRow,
  'ruleTable' | 'ruleId' | 'version' | 'action' | 'changes' | 'source' | 'rowSha256' | 'signedAt'
>;

/** The hospital as it is cited for its own changes. */
export interface DecidingHospital {
  readonly name: string;
  readonly country: string;
}

const OWN_WORK = 'hospital-decision';

/** Returns whether a decision is about the row as it is now; by default as it ships, so that no decision about an imported pair is. */
export function isCurrent(
  { ruleTable, ruleId, rowSha256 }: Pick<Decided, 'ruleTable' | 'ruleId' | 'rowSha256'>,
  find: FindRow = shippedRule,
): boolean {
  return find(ruleTable, ruleId)?.sha256 === rowSha256;
}

/** Returns a row as a decision leaves it; null when it is switched off. */
export function decidedRecord(
  record: TableRow,
  { action, changes, source }: Pick<Decided, 'action' | 'changes' | 'source'>,
): TableRow | null {
  if (action === 'switch-off') return null;
  if (action === 'accept') return record;
  const cited = record['sourceId'] !== undefined;
  const origin = cited
    ? { sourceId: OWN_WORK, section: source, confidence: 'high', note: '' }
    : { source, confidence: 'sure', note: '' };
  return { ...record, ...changes, ...origin };
}

/** Returns a row as the last signed decision about its present form leaves it; null when it is switched off. */
export function signedForm(row: RuledRow, signed: readonly Decided[]): TableRow | null {
  const last = signed.findLast(
    (one) => one.ruleTable === row.table && one.ruleId === row.id && one.rowSha256 === row.sha256,
  );
  return last ? decidedRecord(row.record, last) : row.record;
}

/** Returns the shipped tables with signed decisions applied. A decision about an older form of a row does not count. */
export function decidedTables(decisions: readonly Decided[], hospital: DecidingHospital): KnowledgeTables {
  const byRule = new Map(
    decisions.filter((one) => isCurrent(one)).map((one) => [`${one.ruleTable} ${one.ruleId}`, one]),
  );
  const shipped = shippedTables();
  const changed = [...byRule.values()].filter(({ action }) => action === 'change');
  const tables = Object.fromEntries(
    knowledgeTableNames.map((name) => [name, isRuled(name) ? decidedRows(name, shipped[name], byRule) : shipped[name]]),
  ) as unknown as Record<KnowledgeTableName, readonly CsvRow<TableRow>[]>;
  if (changed.length > 0) tables.sources = [...tables.sources, ownWork(changed, hospital, tables.sources.length)];
  return tables;
}

/** Returns the tables as they would be with proposals. Decisions that earlier versions accepted with the kind of their source alone stay usable. */
export function proposedTables(
  signed: readonly Decided[],
  proposed: readonly Omit<Decided, 'version' | 'signedAt'>[],
  at: Date,
  hospital: DecidingHospital,
): KnowledgeTables {
  const before = signed.map((one) => ({ ...one, source: sourceNow(one.source) }));
  const added = proposed.map((one) => ({ ...one, version: 1, signedAt: at }));
  return decidedTables([...before, ...added], hospital);
}

function decidedRows(
  table: RuledTable,
  rows: readonly CsvRow<TableRow>[],
  decisions: ReadonlyMap<string, Decided>,
): readonly CsvRow<TableRow>[] {
  return rows.flatMap(({ line, row }) => {
    const decision = decisions.get(`${table} ${ruleIdOf(table, row)}`);
    const decided = decision ? decidedRecord(row, decision) : row;
    return decided ? [{ line, row: decided }] : [];
  });
}

/** The work that rows changed by the hospital cite, dated by the last of these decisions. */
function ownWork(changed: readonly Decided[], { name, country }: DecidingHospital, line: number): CsvRow<TableRow> {
  const last =
    changed
      .map(({ signedAt }) => signedAt?.toISOString() ?? '')
      .toSorted()
      .at(-1) ?? '';
  const date = last.slice(0, 7) || '2000';
  return { line: line + 2, row: { id: OWN_WORK, work: 'Decision of the hospital', holder: name, country, date } };
}

import { fileURLToPath } from 'node:url';
import { curatedDoseLimitRecords, withSources } from '../../../catalogues/index.ts';
import { readRecords, type CsvRow } from '../../../../platform/csv/read-csv.ts';

/** The tables behind the checks; each is one file of `data`, except the largest doses, which are those of the formulary. */
export const knowledgeTableNames = [
  'age-rules',
  'allele-rules',
  'allergen-classes',
  'combined-rules',
  'condition-rules',
  'cross-reactivity',
  'dose-bands',
  'dose-courses',
  'dose-gaps',
  'dose-intervals',
  'dose-limits',
  'excipients',
  'herb-cautions',
  'herb-incompatibilities',
  'herb-interactions',
  'indicated-doses',
  'inhaled-grading',
  'insulin-limits',
  'interaction-rules',
  'medicine-classes',
  'narrow-margin',
  'opioid-factors',
  'patient-interactions',
  'quiet-ingredients',
  'renal-critical',
  'rule-scopes',
  'side-chains',
  'single-dose-grading',
  'sources',
  'start-doses',
  'triple-rules',
  'whole-units',
] as const;
export type KnowledgeTableName = (typeof knowledgeTableNames)[number];

/** A row as written: one text per column. */
export type TableRow = Readonly<Record<string, string>>;

/** Every table in the form in which it ships and in which a release of a hospital contains it. */
export type KnowledgeTables = Readonly<Record<KnowledgeTableName, readonly CsvRow<TableRow>[]>>;

let shipped: KnowledgeTables | undefined;

/**
 * Returns the tables that ship with the program, read once.
 * @throws CsvRowError for a row whose source is not complete.
 */
export function shippedTables(): KnowledgeTables {
  shipped ??= Object.freeze(
    Object.fromEntries(
      knowledgeTableNames.map((name) => [
        name,
        name === 'dose-limits'
          ? curatedDoseLimitRecords()
          : withSources(`${name}.csv`, readRecords(fileURLToPath(new URL(`data/${name}.csv`, import.meta.url)))),
      ]),
    ) as unknown as KnowledgeTables,
  );
  return shipped;
}

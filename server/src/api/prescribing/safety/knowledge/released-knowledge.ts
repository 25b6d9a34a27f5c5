import { z } from 'zod';
import { loadCuratedFormulary, sourceNow } from '../../../catalogues/index.ts';
import { besideOurs, openPairs } from '../../imports/imported-pairs.ts';
import { buildKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import {
  knowledgeTableNames,
  shippedTables,
  type KnowledgeTableName,
  type KnowledgeTables,
  type TableRow,
} from './knowledge-tables.ts';

/** A hospital’s release, as the checks use it instead of the rules that ship with the program. */
export interface ReleasedRules {
  readonly hospitalId: string;
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  /** Canonical JSON of the whole set. */
  readonly content: string;
  /** The packed pairs of the imported base; null without one. */
  readonly imported: Uint8Array | null;
}

/** Identifies a release in caches. Its digest covers the imported base, whose own digest the content names. */
export function releaseKey({ hospitalId, id, sha256 }: Pick<ReleasedRules, 'hospitalId' | 'id' | 'sha256'>): string {
  return `${hospitalId} ${id} ${sha256}`;
}

const row = z.record(z.string(), z.string());
const setSchema = z.looseObject({
  schema: z.literal('yunzhen/knowledge-release/1'),
  base: z.string(),
  tables: z.record(z.string(), z.array(row)),
  imports: z.array(z.strictObject({ file: z.string(), version: z.string(), pairs: z.int(), packed: z.string() })),
});

type ReleasedImports = z.output<typeof setSchema>['imports'];

interface ReleasedSet {
  /** The version of the data that it is based on. */
  readonly base: string;
  readonly tables: KnowledgeTables;
  readonly imports: ReleasedImports;
  readonly limitsFrom: LimitsFrom;
}

/** Whose largest doses apply with a release: its own, or with one of before they could be decided about those of the running program. */
type LimitsFrom = 'release' | 'program';

/**
 * Returns the parts of a release.
 * @throws Error when the set is not complete, or of another layout.
 */
export function tablesOfRelease(content: string): ReleasedSet {
  const { base, tables, imports } = setSchema.parse(JSON.parse(content));
  const complete = knowledgeTableNames.map((name): [KnowledgeTableName, KnowledgeTables[KnowledgeTableName]] => {
    const rows = tables[name];
    // Releases of before this table existed used the formulary’s doses as they shipped, and say so (`limitsFrom`).
    if (!rows && name === 'dose-limits') return [name, shippedTables()[name]];
    // These rules did not exist then, so the hospital signed none.
    if (!rows && ADDED_LATER.has(name)) return [name, []];
    if (!rows) throw new Error(`release has no table ${name}`);
    return [name, rows.map((record, at) => ({ line: at + 2, row: asWrittenNow(record) }))];
  });
  const limitsFrom = tables['dose-limits'] ? 'release' : 'program';
  return { base, tables: Object.fromEntries(complete) as unknown as KnowledgeTables, imports, limitsFrom };
}

const ADDED_LATER: ReadonlySet<KnowledgeTableName> = new Set([
  'patient-interactions',
  'indicated-doses',
  'single-dose-grading',
  'excipients',
  'rule-scopes',
]);

/** Rows of earlier versions may name only the kind of their source. They stay in force. */
function asWrittenNow(record: TableRow): TableRow {
  const { source } = record;
  return source === undefined ? record : { ...record, source: sourceNow(source) };
}

/** Returns whose largest doses apply with a release; null for a set of another layout. */
export function limitsOfRelease(content: string): LimitsFrom | null {
  try {
    return tablesOfRelease(content).limitsFrom;
  } catch {
    return null;
  }
}

/** Returns the imported bases that a release names, with the digest of their packed pairs; null for a set of another layout. */
export function importsOfRelease(content: string): ReleasedImports | null {
  try {
    return setSchema.parse(JSON.parse(content)).imports;
  } catch {
    return null;
  }
}

/**
 * Builds the rules of a release, with the pairs of its imported base beside them.
 * @throws CsvRowError or Error when this version of the program cannot use one of its rows.
 */
export function knowledgeOfRelease({
  content,
  number,
  sha256,
  imported,
}: Omit<ReleasedRules, 'hospitalId' | 'id'>): KnowledgeBase {
  const { base, tables, imports, limitsFrom } = tablesOfRelease(content);
  if (imports.length > 0 !== (imported !== null))
    throw new Error('the imported base is not the one that the set names');
  const release = `${base}, release ${number} (${sha256.slice(0, 12)})`;
  const limits = limitsFrom === 'release' ? '' : ` + largest doses ${loadCuratedFormulary().version}`;
  const own = buildKnowledgeBase(tables, `${release}${limits}`);
  if (!imported) return own;
  return Object.freeze({ ...own, interactions: besideOurs(own.interactions, openPairs(imported)) });
}

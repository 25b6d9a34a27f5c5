import { z } from 'zod';
import { besideOurs, openPairs } from '../../imports/imported-pairs.ts';
import { buildKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import { knowledgeTableNames, type KnowledgeTableName, type KnowledgeTables } from './knowledge-tables.ts';

/** A hospital’s release, as the checks use it instead of the rules that ship with the program. */
export interface ReleasedRules {
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  /** Canonical JSON of the whole set. */
  readonly content: string;
  /** The packed pairs of the imported base; null without one. */
  readonly imported: Uint8Array | null;
}

const row = z.record(z.string(), z.string());
const setSchema = z.looseObject({
  schema: z.literal('yunzhen/knowledge-release/1'),
  base: z.string(),
  tables: z.record(z.string(), z.array(row)),
  imports: z.array(z.strictObject({ file: z.string(), version: z.string(), pairs: z.int(), packed: z.string() })),
});

/**
 * Returns the tables of a release and the version of the data it is based on.
 * @throws Error when the set is not complete.
 */
export function tablesOfRelease(content: string): { readonly base: string; readonly tables: KnowledgeTables } {
  const { base, tables } = setSchema.parse(JSON.parse(content));
  const complete = knowledgeTableNames.map((name): [KnowledgeTableName, KnowledgeTables[KnowledgeTableName]] => {
    const rows = tables[name];
    if (!rows) throw new Error(`release has no table ${name}`);
    return [name, rows.map((record, at) => ({ line: at + 2, row: record }))];
  });
  return { base, tables: Object.fromEntries(complete) as unknown as KnowledgeTables };
}

/** Returns the imported bases that a release names, with the digest of their packed pairs. */
export function importsOfRelease(content: string): z.output<typeof setSchema>['imports'] {
  return setSchema.parse(JSON.parse(content)).imports;
}

/**
 * Builds the rules of a release, with the pairs of its imported base beside them.
 * @throws CsvRowError or Error when this version of the program cannot use one of its rows.
 */
export function knowledgeOfRelease({ content, number, sha256, imported }: Omit<ReleasedRules, 'id'>): KnowledgeBase {
  const { base, tables } = tablesOfRelease(content);
  const own = buildKnowledgeBase(tables, `${base}, release ${number} (${sha256.slice(0, 12)})`);
  if (!imported) return own;
  return Object.freeze({ ...own, interactions: besideOurs(own.interactions, openPairs(imported)) });
}

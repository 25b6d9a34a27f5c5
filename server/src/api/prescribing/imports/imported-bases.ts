import { AppError } from '@yunzhen/shared/core/errors';
import { importedTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { firstMessage } from '../../../platform/threads/first-message.ts';
import { Service } from '../../../platform/service.ts';
import type { ActiveList, CataloguesArea } from '../../catalogues/index.ts';
import { decidedRecord, isCurrent, type Decided } from '../curation/decided-tables.ts';
import { sha256Of, shippedRule, type FindRow } from '../curation/ruled-rows.ts';
import type { ComparedPairs } from '../curation/set-differences.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { interactionColumns, interactionSample } from './interaction-columns.ts';
import { openPairs } from './imported-pairs.ts';
import { ImportedRows } from './imported-rows.ts';
import { listReader } from './interaction-list-reader.ts';
import { inSharedMemory } from './shared-memory.ts';

const THREAD_MEMORY_MB = 1024;

/** An imported base of a release: digests of its file and of its packed pairs, which are stored beside the set. */
export interface ReleasedBase {
  readonly file: string;
  readonly version: string;
  readonly pairs: number;
  readonly packed: string;
}

/** The base that the hospital activated, as its next release contains it; nulls without one. */
interface PackedBase {
  readonly base: ReleasedBase | null;
  readonly imported: Uint8Array | null;
  /** Finds rows of the program and pairs of this base. */
  readonly find: FindRow;
}

/** The base that the hospital activated, as its next release is compared. */
interface NextBase {
  /** Null without one. */
  readonly version: string | null;
  /** This version of the program cannot read it: no release can be made until it is imported again or no longer active. */
  readonly isUnreadable: boolean;
  readonly imported: ComparedPairs | null;
  /** Pairs that are not switched off. */
  readonly pairs: number;
  readonly find: FindRow;
}

/** Bases that a process has read; each is some ten megabytes. */
const MAX_READ = 4;

interface ImportedBasesDeps {
  lists: CataloguesArea;
  log: Logger;
}

/** The hospital’s imported bases of interactions. The checks use one only as part of a release. */
export class ImportedBases extends Service<ImportedBasesDeps> {
  /** By digest, least recently used first; null for an unreadable base. */
  readonly #read = new Map<string, Promise<ImportedRows | null>>();

  constructor(deps: ImportedBasesDeps) {
    super(deps);
    const { version, source } = knowledgeManifest;
    deps.lists.use('interactions', {
      reader: listReader,
      readerUrl: new URL('./interaction-list-reader.ts', import.meta.url).href,
      builtIn: () => ({ version, size: loadKnowledgeBase().interactionRules.length, source }),
      columnNotes: interactionColumns,
      sample: interactionSample,
    });
  }

  /** Returns the active base; null for none, and null `rows` when it cannot be read. */
  async active(tx: Tx): Promise<{ readonly version: string; readonly rows: ImportedRows | null } | null> {
    const list = await this.deps.lists.active(tx, 'interactions');
    return list && { version: list.version, rows: await this.#rowsOf(list) };
  }

  /** Returns the active base as signed decisions leave it, without packing it. */
  async next(tx: Tx, signed: readonly Decided[]): Promise<NextBase> {
    const list = await this.deps.lists.active(tx, 'interactions');
    const rows = list && (await this.#rowsOf(list));
    const version = list?.version ?? null;
    if (!list || !rows) return { version, isUnreadable: list !== null, imported: null, pairs: 0, find: shippedRule };
    const find = findIn(rows);
    const about = signed.filter((one) => one.ruleTable === importedTable && isCurrent(one, find));
    const byId = new Map(about.map((one) => [one.ruleId, one]));
    const imported = {
      file: list.digest,
      version: list.version,
      decided: [...byId.keys()],
      record(id: string) {
        const [row, decision] = [rows.row(id), byId.get(id)];
        return row && decision ? decidedRecord(row.record, decision) : (row?.record ?? null);
      },
    };
    const pairs = rows.size - about.filter(({ action }) => action === 'switch-off').length;
    return { version, isUnreadable: false, imported, pairs, find };
  }

  /** Returns how to find the rows of these tables as they are now. Throws `knowledge.release-unusable` when the base cannot be read. */
  async finder(tx: Tx, tables: Iterable<string>): Promise<FindRow> {
    if (!new Set(tables).has(importedTable)) return shippedRule;
    const list = await this.deps.lists.active(tx, 'interactions');
    return findIn(list && requireRead(await this.#rowsOf(list)));
  }

  /** Packs the active base as signed decisions leave it. Throws `knowledge.release-unusable` when it cannot be read. */
  async packed(tx: Tx, signed: readonly Decided[]): Promise<PackedBase> {
    const list = await this.deps.lists.active(tx, 'interactions');
    if (!list) return { base: null, imported: null, find: shippedRule };
    const rows = requireRead(await this.#rowsOf(list));
    const packed = rows.decidedBy(signed);
    const { version, digest: file } = list;
    const base = { file, version, pairs: openPairs(packed).pairs, packed: sha256Of(packed) };
    return { base, imported: inSharedMemory(packed), find: findIn(rows) };
  }

  /** Reads a base once; a digest names the same content in every hospital. */
  #rowsOf(list: ActiveList): Promise<ImportedRows | null> {
    const { digest } = list;
    const reading = this.#read.get(digest) ?? this.#rowsIn(list);
    this.#read.delete(digest);
    this.#read.set(digest, reading);
    const forget = () => this.#read.delete(digest);
    reading.then((rows) => rows ?? forget(), forget);
    const [oldest] = this.#read.keys();
    if (this.#read.size > MAX_READ && oldest !== undefined) this.#read.delete(oldest);
    return reading;
  }

  async #rowsIn(list: ActiveList): Promise<ImportedRows | null> {
    const { version, digest } = list;
    const bytes = await list.content();
    try {
      const thread = new URL('./pack-thread.ts', import.meta.url);
      const answer = await firstMessage<{ packed: Uint8Array; severities: Uint8Array }>(
        thread,
        bytes,
        THREAD_MEMORY_MB,
      );
      if (answer) return new ImportedRows(answer.packed, answer.severities, version);
      this.deps.log.error({ digest }, 'active imported base has rows that cannot be used');
    } catch (error) {
      this.deps.log.error({ digest, err: error }, 'active imported base cannot be read');
    }
    return null;
  }
}

function requireRead(rows: ImportedRows | null): ImportedRows {
  if (!rows) throw new AppError('knowledge.release-unusable', 'imported base cannot be read');
  return rows;
}

function findIn(rows: ImportedRows | null): FindRow {
  return (table, id) => (table === importedTable ? rows?.row(id) : shippedRule(table, id));
}

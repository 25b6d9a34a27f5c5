import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { firstMessage } from '../../../platform/threads/first-message.ts';
import type { CataloguesArea } from '../../catalogues/index.ts';
import { sha256Of } from '../curation/ruled-rows.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { interactionColumns, interactionSample } from './interaction-columns.ts';
import { openPairs } from './imported-pairs.ts';
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
}

/** The hospital’s imported bases of interactions. The checks use one only as part of a release. */
export class ImportedBases {
  readonly #lists: CataloguesArea;

  constructor(lists: CataloguesArea) {
    this.#lists = lists;
    const { version, source } = knowledgeManifest;
    lists.use('interactions', {
      reader: listReader,
      readerUrl: new URL('./interaction-list-reader.ts', import.meta.url).href,
      builtIn: () => ({ version, size: loadKnowledgeBase().interactionRules.length, source }),
      columnNotes: interactionColumns,
      sample: interactionSample,
    });
  }

  /** Returns the base that the administrator activated; null for none. */
  async active(tx: Tx): Promise<{ readonly version: string } | null> {
    const list = await this.#lists.active(tx, 'interactions');
    return list && { version: list.version };
  }

  /** Packs the active base. Throws `knowledge.release-unusable` when it cannot be read. */
  async packed(tx: Tx): Promise<PackedBase> {
    const list = await this.#lists.active(tx, 'interactions');
    if (!list) return { base: null, imported: null };
    const thread = new URL('./pack-thread.ts', import.meta.url);
    const packed = await firstMessage<Uint8Array>(thread, await list.content(), THREAD_MEMORY_MB);
    if (!packed) throw new AppError('knowledge.release-unusable', 'imported base cannot be read');
    const { version, digest: file } = list;
    const base = { file, version, pairs: openPairs(packed).pairs, packed: sha256Of(packed) };
    return { base, imported: inSharedMemory(packed) };
  }
}

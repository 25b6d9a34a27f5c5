import type { Tx } from '../../../platform/db/transaction.ts';
import { firstMessage } from '../../../platform/threads/first-message.ts';
import type { CataloguesArea } from '../../catalogues/index.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { interactionColumns, interactionSample } from './interaction-columns.ts';
import { listReader } from './interaction-list-reader.ts';

const THREAD_MEMORY_MB = 1024;

/** A base that the hospital activated, for its next release. */
export interface ActiveBase {
  readonly version: string;
  /** SHA-256 of the uploaded file. */
  readonly digest: string;
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
      builtIn: { version, size: loadKnowledgeBase().interactionRules.length, source },
      columnNotes: interactionColumns,
      sample: interactionSample,
    });
  }

  /** Returns the base that the administrator activated; null for none. */
  async active(tx: Tx): Promise<ActiveBase | null> {
    const list = await this.#lists.active(tx, 'interactions');
    return list && { version: list.version, digest: list.digest };
  }

  /** Returns the pairs of the active base, packed; null when there is none, or it cannot be read. */
  async pack(tx: Tx): Promise<Uint8Array | null> {
    const list = await this.#lists.active(tx, 'interactions');
    if (!list) return null;
    return firstMessage<Uint8Array>(
      new URL('./pack-thread.ts', import.meta.url),
      await list.content(),
      THREAD_MEMORY_MB,
    );
  }
}

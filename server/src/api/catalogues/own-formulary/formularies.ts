import type { Logger } from '../../../platform/logging/logger.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { firstMessage } from '../../../platform/threads/first-message.ts';
import { Service } from '../../../platform/service.ts';
import type { CataloguesArea, UsedList } from '../lists/create-lists.ts';
import { loadCuratedFormulary } from '../formulary/curated-formulary.ts';
import type { Formulary } from '../formulary/formulary.ts';
import { formularyManifest } from '../formulary/formulary-manifest.ts';
import { ownCatalogue } from './own-catalogue.ts';
import type { OwnList } from './own-row.ts';
import { ownColumns, ownSample } from './own-columns.ts';
import { listReader } from './own-list-reader.ts';
import type { OwnRow } from './own-row.ts';

const MAX_CATALOGUES = 32;
const MAX_FILES = 64;
const THREAD_MEMORY_MB = 512;

interface FormulariesDeps {
  lists: CataloguesArea;
  log: Logger;
}

/** Selects the formulary of a hospital: its active own list, else the built-in one. */
export class Formularies extends Service<FormulariesDeps> {
  readonly #files = new Map<string, Promise<readonly OwnRow[] | null>>();
  readonly #catalogues = new Map<string, Formulary>();

  constructor(deps: FormulariesDeps) {
    super(deps);
    const { source, version } = formularyManifest;
    deps.lists.use('medicines', {
      reader: listReader,
      readerUrl: new URL('./own-list-reader.ts', import.meta.url).href,
      builtIn: () => ({ version, size: loadCuratedFormulary().products.length, source }),
      columnNotes: ownColumns,
      sample: ownSample,
    });
  }

  /** Returns the same object while the hospital's lists are unchanged, so that derived data stay cached. */
  async of(tx: Tx): Promise<Formulary> {
    const used = await this.deps.lists.used(tx, 'medicines');
    if (used.length === 0) return loadCuratedFormulary();
    const key = used.map(({ digest, active }) => `${digest}${active ? '*' : ''}`).join(' ');
    const before = this.#catalogues.get(key);
    if (before) return kept(this.#catalogues, key, before, MAX_CATALOGUES);
    const lists: (OwnList & { active: boolean })[] = [];
    for (const list of used) lists.push({ version: list.version, active: list.active, rows: await this.#rowsOf(list) });
    const active = lists.find((list) => list.active) ?? null;
    const made = ownCatalogue(
      loadCuratedFormulary(),
      active,
      lists.filter((list) => list !== active),
    );
    // A list that failed to load may load next time, so this formulary is not cached.
    if (lists.some(({ rows }) => rows === null)) return made;
    return kept(this.#catalogues, key, made, MAX_CATALOGUES);
  }

  async #rowsOf(list: UsedList): Promise<readonly OwnRow[] | null> {
    try {
      const before = this.#files.get(list.digest);
      const rows = await (before ?? kept(this.#files, list.digest, inThread(await list.content()), MAX_FILES));
      if (rows === null) this.#files.delete(list.digest);
      return rows;
    } catch (error) {
      this.#files.delete(list.digest);
      this.deps.log.error({ list: list.version, err: error }, 'list of medicines could not be read');
      return null;
    }
  }
}

/** Caches a value as the most recently used, and evicts the least recently used. */
function kept<Value>(cache: Map<string, Value>, key: string, value: Value, most: number): Value {
  cache.delete(key);
  cache.set(key, value);
  const oldest = cache.keys().next().value;
  if (cache.size > most && oldest !== undefined) cache.delete(oldest);
  return value;
}

function inThread(bytes: Buffer): Promise<readonly OwnRow[] | null> {
  return firstMessage(new URL('./own-list-thread.ts', import.meta.url), bytes, THREAD_MEMORY_MB);
}

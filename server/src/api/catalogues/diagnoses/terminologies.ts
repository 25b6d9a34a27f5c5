import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { CataloguesArea } from '../lists/create-lists.ts';
import { loadCuratedIcd10 } from './curated-icd10.ts';
import type { Icd10Concept } from './icd10-concept.ts';
import { icd10Manifest } from './icd10-manifest.ts';
import { icd10Columns, icd10Sample } from './icd10-columns.ts';
import { listReader } from './icd10-list-reader.ts';
import { createIcd10Search, type Icd10Search } from './icd10-search.ts';
import { Icd10Threads } from './icd10-threads.ts';
import type { Terminology } from './terminology.ts';

/** About 150 MB each at the size of a national list. */
const MAX_THREADS = 3;

let builtInSearch: Icd10Search | undefined;
let builtInCodes: ReadonlyMap<string, Icd10Concept> | undefined;

/** The built-in list. Its files are read at the first code and indexed at the first search: together they take a fifth of a start. */
const builtIn: Terminology = {
  version: icd10Manifest.version,
  search: (query, limit) =>
    Promise.resolve((builtInSearch ??= createIcd10Search(loadCuratedIcd10().concepts)).search(query, limit)),
  byCodes: (codes) => {
    const known = (builtInCodes ??= new Map(loadCuratedIcd10().concepts.map((concept) => [concept.code, concept])));
    return Promise.resolve(new Map(codes.flatMap((code) => known.get(code) ?? []).map((one) => [one.code, one])));
  },
};

interface TerminologiesDeps {
  lists: CataloguesArea;
}

/** Selects the diagnosis list that a hospital searches: its active own list, else the built-in one. */
export class Terminologies extends Service<TerminologiesDeps> {
  readonly #threads = new Icd10Threads(MAX_THREADS);

  constructor(deps: TerminologiesDeps) {
    super(deps);
    const { source, version } = icd10Manifest;
    deps.lists.use('diagnoses', {
      reader: listReader,
      readerUrl: new URL('./icd10-list-reader.ts', import.meta.url).href,
      columnNotes: icd10Columns,
      sample: icd10Sample,
      builtIn: () => ({ version, size: loadCuratedIcd10().concepts.length, source }),
    });
  }

  /** Ends the threads that search full lists. */
  stop(): Promise<void> {
    return this.#threads.stop();
  }

  async of(tx: Tx): Promise<Terminology> {
    const active = await this.deps.lists.active(tx, 'diagnoses');
    if (!active) return builtIn;
    const thread = await this.#threads.of(active.digest, active.content);
    return {
      version: active.version,
      search: (search, limit) => thread.ask({ search, limit }),
      byCodes: async (codes) => new Map((await thread.ask({ codes })).map((concept) => [concept.code, concept])),
    };
  }
}

import type { ListKind } from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { ColumnNote, ListReader } from './list-reader.ts';

/** What a module registers for the kind of list that it uses. */
export interface ListUse {
  readonly reader: ListReader<unknown>;
  /** The file that exports the reader as `listReader`, for threads. */
  readonly readerUrl: string;
  readonly columnNotes: readonly ColumnNote[];
  /** An example file that is accepted as it is. */
  readonly sample: string;
  /** Describes the built-in list, which is read from its files at its first use and not at the start of the program. */
  builtIn(): { readonly version: string; readonly size: number; readonly source: string };
}

/** The kinds of lists, each registered by its module at start-up. */
export class ListKinds {
  readonly #uses = new Map<ListKind, ListUse>();

  use(kind: ListKind, use: ListUse): void {
    if (this.#uses.has(kind)) throw new Error(`list kind ${kind} is registered twice`);
    this.#uses.set(kind, use);
  }

  of(kind: ListKind): ListUse {
    const use = this.#uses.get(kind);
    if (!use) throw new Error(`list kind ${kind} is not registered`);
    return use;
  }
}

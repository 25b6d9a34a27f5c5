import { inStore, keysIn, startingWith, type BrowserDatabase } from '../../browser-database.ts';
import type { DraftKeys, DraftStore } from './sealed-drafts.ts';

export const draftDatabase: BrowserDatabase = { name: 'yunzhen.drafts', version: 2, stores: { keys: {}, texts: {} } };

const texts = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inStore(draftDatabase, 'texts', mode, ask);

export const browserDraftKeys: DraftKeys = keysIn(draftDatabase);

/** Store of encrypted drafts. A write is on disk when it resolves; a browser crash can lose minutes of local storage. */
export const browserDraftStore: DraftStore = {
  async read(place) {
    const kept: unknown = await texts('readonly', (store) => store.get(place));
    return kept instanceof Uint8Array ? new Uint8Array(kept) : undefined;
  },
  async readAll(prefix) {
    let places: IDBRequest<IDBValidKey[]> | undefined;
    const sealed = await texts<unknown[]>('readonly', (store) => {
      places = store.getAllKeys(startingWith(prefix));
      return store.getAll(startingWith(prefix));
    });
    const found = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const [at, kept] of sealed.entries())
      if (kept instanceof Uint8Array) found.set(String(places?.result[at]), new Uint8Array(kept));
    return found;
  },
  write: (place, sealed) => texts('readwrite', (store) => store.put(sealed, place)).then(() => undefined),
  remove: (place) => texts('readwrite', (store) => store.delete(place)),
  removeAll: (prefix) => texts('readwrite', (store) => store.delete(startingWith(prefix))),
};

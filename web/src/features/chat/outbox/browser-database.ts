import { inStore, keysIn, startingWith, type BrowserDatabase } from '../../../core/browser-database.ts';
import type { SealedItemsPorts, SealedRecord } from './sealed-items.ts';

export const chatDatabase: BrowserDatabase = {
  name: 'yunzhen.chat',
  version: 1,
  stores: { keys: {}, records: { keyPath: 'place' } },
};

const records = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inStore(chatDatabase, 'records', mode, ask);

/** Pending messages in this browser: one store for keys, which scripts cannot read, one for the encrypted data. */
export const browserItems: SealedItemsPorts = {
  records: {
    put: (record) => records('readwrite', (store) => store.put(record)).then(() => undefined),
    all: (prefix) => records<SealedRecord[]>('readonly', (store) => store.getAll(startingWith(prefix))),
    remove: (place) => records('readwrite', (store) => store.delete(place)),
    removeAll: (prefix) => records('readwrite', (store) => store.delete(startingWith(prefix))),
  },
  keys: keysIn(chatDatabase),
};

import { databaseName } from './database-name.ts';
import type { DraftKeys, DraftStore } from './sealed-drafts.ts';

const keys = 'keys';
const texts = 'texts';

/**
 * One non-extractable AES-GCM key for each account in this browser. Scripts can use but not read it, so a copy of the encrypted drafts is useless.
 * Concurrent tabs get the same key.
 */
export const browserDraftKeys: DraftKeys = {
  async of(accountId) {
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return inStore(keys, 'readwrite', async (store) => {
      const kept: unknown = await done(store.get(accountId));
      if (kept instanceof CryptoKey) return kept;
      await done(store.put(fresh, accountId));
      return fresh;
    });
  },
  forget: (accountId) => inStore(keys, 'readwrite', async (store) => void (await done(store.delete(accountId)))),
};

/** Store of encrypted drafts. A write is on disk when it resolves; a browser crash can lose minutes of local storage. */
export const browserDraftStore: DraftStore = {
  async read(place) {
    const kept: unknown = await inStore(texts, 'readonly', (store) => done(store.get(place)));
    return kept instanceof Uint8Array ? new Uint8Array(kept) : undefined;
  },
  readAll: (prefix) =>
    inStore(texts, 'readonly', async (store) => {
      const own = under(prefix);
      const [places, sealed] = await Promise.all([done(store.getAllKeys(own)), done(store.getAll(own))]);
      const pairs = places.map((place, at) => [String(place), new Uint8Array(sealed[at] as Uint8Array)] as const);
      return new Map(pairs);
    }),
  write: (place, sealed) => inStore(texts, 'readwrite', async (store) => void (await done(store.put(sealed, place)))),
  remove: (place) => inStore(texts, 'readwrite', async (store) => void (await done(store.delete(place)))),
  removeAll: (prefix) => inStore(texts, 'readwrite', async (store) => void (await done(store.delete(under(prefix))))),
};

/** Every key with this prefix sorts before the prefix followed by the highest character. */
const under = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\u{ffff}`);

/** Resolves when the browser has committed the transaction. */
async function inStore<T>(
  name: typeof keys | typeof texts,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 2);
  opening.onupgradeneeded = () => {
    for (const one of [keys, texts])
      if (!opening.result.objectStoreNames.contains(one)) opening.result.createObjectStore(one);
  };
  const database = await done(opening);
  // Another tab with a newer build of the app may upgrade the database.
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const kept = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('browser database failed'));
    });
    const [result] = await Promise.all([work(transaction.objectStore(name)), kept]);
    return result;
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('browser database failed'));
  });
}

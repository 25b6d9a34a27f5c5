const databaseName = 'yunzhen.drafts';
const storeName = 'keys';

/**
 * One AES-GCM key for each account of this browser, kept by IndexedDB and not extractable: a script may use it but never
 * read it, and a copy of the local storage alone is worth nothing. Two tabs that ask at once get the same key.
 */
export const browserDraftKeys = {
  async of(accountId: string): Promise<CryptoKey> {
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return inStore(async (store) => {
      const kept: unknown = await done(store.get(accountId));
      if (kept instanceof CryptoKey) return kept;
      await done(store.put(fresh, accountId));
      return fresh;
    });
  },
  forget: (accountId: string): Promise<void> =>
    inStore(async (store) => {
      await done(store.delete(accountId));
    }),
};

async function inStore<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const database = await done(opening);
  try {
    return await work(database.transaction(storeName, 'readwrite').objectStore(storeName));
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser’s database refused'));
  });
}

/** A database of this browser: its version, and the options of each store. */
export interface BrowserDatabase {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<Record<string, IDBObjectStoreParameters>>;
}

/** Returns whether this browser has the database, without creating it; true where it does not tell. */
export async function isStored({ name }: BrowserDatabase): Promise<boolean> {
  const known = await indexedDB.databases().catch(() => undefined);
  return known?.some((database) => database.name === name) ?? true;
}

/** Runs one request in its own transaction; resolves once it is on disk. */
export async function inStore<T>(
  database: BrowserDatabase,
  store: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await open(database);
  // Another tab with a newer build of the app may upgrade the database.
  opened.onversionchange = () => opened.close();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(store, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? failure());
    });
  } finally {
    opened.close();
  }
}

function open({ name, version, stores }: BrowserDatabase): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const [store, options] of Object.entries(stores))
        if (!opening.result.objectStoreNames.contains(store)) opening.result.createObjectStore(store, options);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? failure());
  });
}

const failure = () => new Error('browser database failed');

/** Every key that starts with the prefix sorts before the prefix followed by the highest character. */
export const startingWith = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\u{ffff}`);

/**
 * One non-extractable AES-GCM key for each account, in the store `keys`. Scripts can use but not read it, so a copy of what it encrypts is useless.
 * Concurrent tabs get the same key: the first one stored stays.
 */
export function keysIn(database: BrowserDatabase) {
  return {
    async of(accountId: string): Promise<CryptoKey> {
      const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const kept = await inStore<unknown>(database, 'keys', 'readwrite', (store) => {
        const asked = store.get(accountId) as IDBRequest<unknown>;
        asked.addEventListener('success', () => {
          if (!(asked.result instanceof CryptoKey)) store.put(fresh, accountId);
        });
        return asked;
      });
      return kept instanceof CryptoKey ? kept : fresh;
    },
    forget: (accountId: string): Promise<void> =>
      inStore(database, 'keys', 'readwrite', (store) => store.delete(accountId)),
  };
}

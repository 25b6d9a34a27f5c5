import type { SealedItemsPorts, SealedRecord } from './sealed-items.ts';
import { databaseName } from './database-name.ts';

/** The browser’s database: one store for keys, which scripts cannot read, one for the encrypted data. */
export function browserDatabase(): SealedItemsPorts {
  return {
    records: {
      put: (record) => within('records', 'readwrite', (store) => store.put(record)).then(() => undefined),
      all: (prefix) => within<SealedRecord[]>('records', 'readonly', (store) => store.getAll(startingWith(prefix))),
      remove: (place) => within('records', 'readwrite', (store) => store.delete(place)),
      removeAll: (prefix) => within('records', 'readwrite', (store) => store.delete(startingWith(prefix))),
    },
    keys: {
      /** Concurrent tabs get the same key: the first one stored stays. */
      async of(accountId) {
        const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        const kept = await within<unknown>('keys', 'readwrite', (store) => {
          const asked = store.get(accountId) as IDBRequest<unknown>;
          asked.addEventListener('success', () => {
            if (!(asked.result instanceof CryptoKey)) store.put(fresh, accountId);
          });
          return asked;
        });
        return kept instanceof CryptoKey ? kept : fresh;
      },
      forget: (accountId) => within('keys', 'readwrite', (store) => store.delete(accountId)),
    },
  };
}

function startingWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** Runs one request in its own transaction; resolves once it is on disk. */
async function within<Value>(
  name: 'keys' | 'records',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      const fail = () => reject(transaction.error ?? new Error('browser database failed'));
      transaction.onabort = fail;
      transaction.onerror = fail;
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('keys');
      opening.result.createObjectStore('records', { keyPath: 'place' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('browser database cannot be opened'));
  });
}

import { draftDatabase } from '../drafts/draft-database.ts';

/** The part of a browser’s database that deletes by key. `deleted` lists the store of each deletion. */
export function browserDatabase() {
  const stores: Record<string, Map<string, unknown>> = {
    keys: new Map([
      ['held', 'key'],
      ['another', 'key'],
    ]),
    texts: new Map([
      ['held.prescriptions', 'sealed'],
      ['another.note', 'sealed'],
    ]),
  };
  const deleted: string[] = [];
  const answer = () => {
    const request = { onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const transaction = (name: string) => {
    const done = { oncomplete: () => {}, objectStore: () => store };
    const store = {
      delete(key: string | { prefix: string }) {
        deleted.push(name);
        const prefix = typeof key === 'string' ? key : key.prefix;
        for (const each of stores[name]?.keys() ?? []) if (each.startsWith(prefix)) stores[name]?.delete(each);
        queueMicrotask(() => queueMicrotask(() => done.oncomplete()));
        return answer();
      },
    };
    return done;
  };
  return {
    deleted,
    /** The keys of all stores. */
    left: () => Object.values(stores).flatMap((store) => [...store.keys()]),
    globals: {
      indexedDB: {
        databases: async () => [draftDatabase],
        open: () => Object.assign(answer(), { result: { transaction, close: () => {} } }),
      },
      IDBKeyRange: { bound: (prefix: string) => ({ prefix }) },
    },
  };
}

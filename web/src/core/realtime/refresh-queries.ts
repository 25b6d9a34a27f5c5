import { useQueryCache, type EntryKey } from '@pinia/colada';
import { forgetEarlyReads } from '../api/early-reads.ts';
import type { RecordSocket } from './record-socket.ts';
import { recordSocket } from './socket.ts';

type QueryCache = ReturnType<typeof useQueryCache>;

/**
 * Refetches the active queries under the key, or all of them without a key. Never throws: a query stores its own error, and one that a newer fetch
 * replaces ends as aborted, which is not a failure.
 */
export function refreshQueries(cache: QueryCache, key?: EntryKey): Promise<void> {
  return cache.invalidateQueries(key ? { key } : {}).then(
    () => undefined,
    () => undefined,
  );
}

/** The same for components that have changed something themselves. */
export function useQueryRefresh() {
  const cache = useQueryCache();
  return (key: EntryKey) => refreshQueries(cache, key);
}

/**
 * Refetches active queries when their entity changes. The first part of a query’s key is the entity that it shows (`['visit', id]`, `['queue']`).
 * After missed changes all active queries are refetched. A query that begins later does not take an answer from before the change either.
 */
export function refreshQueriesOnChange(
  cache: QueryCache,
  socket: Pick<RecordSocket, 'onChanged' | 'onResync'> = recordSocket,
): void {
  socket.onChanged({}, ({ entity }) => refresh([entity]));
  socket.onResync(() => refresh());

  function refresh(key?: EntryKey) {
    forgetEarlyReads();
    void refreshQueries(cache, key);
  }
}

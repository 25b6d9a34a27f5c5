import { useQueryCache, type EntryKey } from '@pinia/colada';
import { recordSocket } from './socket.ts';

type QueryCache = ReturnType<typeof useQueryCache>;

/**
 * Fetches the shown queries under the key again, all of them without a key. Never throws: a query keeps its own error,
 * and one that a newer fetch replaces ends as aborted, which is nobody's failure.
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
 * Keeps queries fresh by entity: the first part of a query's key is the entity that it shows (`['visit', id]`,
 * `['queue']`), and a change of that entity fetches the active ones again. After missed changes all are.
 */
export function refreshQueriesOnChange(cache: QueryCache): void {
  recordSocket.onChanged({}, ({ entity }) => void refreshQueries(cache, [entity]));
  recordSocket.onResync(() => void refreshQueries(cache));
}

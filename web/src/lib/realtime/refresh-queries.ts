import type { useQueryCache } from '@pinia/colada';
import { recordSocket } from './socket.ts';

/**
 * Keeps queries fresh by entity: the first part of a query's key is the entity that it shows (`['visit', id]`,
 * `['queue']`), and a change of that entity fetches the active ones again. After missed changes all are.
 */
export function refreshQueriesOnChange(cache: ReturnType<typeof useQueryCache>): void {
  recordSocket.onChanged({}, ({ entity }) => void cache.invalidateQueries({ key: [entity] }));
  recordSocket.onResync(() => void cache.invalidateQueries());
}

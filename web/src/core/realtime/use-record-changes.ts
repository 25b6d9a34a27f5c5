import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue';
import { recordSocket } from './socket.ts';
import type { ChangeFilter, ChangeHandler } from './record-socket.ts';

/**
 * Calls the handler for changes that match the filter, and `resync` when some may have been missed, until the component unmounts. Queries with entity
 * keys do not need it: they are refetched by entity.
 */
export function useRecordChanges(
  filter: MaybeRefOrGetter<ChangeFilter>,
  handler: ChangeHandler,
  resync?: () => void,
): void {
  watchEffect((onCleanup) => onCleanup(recordSocket.onChanged(toValue(filter), handler)));
  if (resync) onScopeDispose(recordSocket.onResync(resync));
}

import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue';
import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import { recordSocket } from './socket.ts';
import type { ChangeFilter } from './record-socket.ts';

/**
 * Calls the handler for changes that the filter lets through, and `resync` when some may have been missed, as long as
 * the component lives. Queries with the usual keys need none of this: they are refreshed by entity.
 */
export function useRecordChanges(
  filter: MaybeRefOrGetter<ChangeFilter>,
  handler: (event: RecordChanged) => void,
  resync?: () => void,
): void {
  watchEffect((onCleanup) => onCleanup(recordSocket.onChanged(toValue(filter), handler)));
  if (resync) onScopeDispose(recordSocket.onResync(resync));
}

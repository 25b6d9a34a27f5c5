import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';

/** Tells the administrators’ pages, after the commit, to look at a list again. */
export function announceList(tx: Tx, type: RecordEventType & `list.${string}`, listId: string): Promise<void> {
  return emitEvent(tx, type, {
    entityId: listId,
    changes: [{ entity: 'list', id: listId, to: { roles: ['administrator'] } }],
  });
}

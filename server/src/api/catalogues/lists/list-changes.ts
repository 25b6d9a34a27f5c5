import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';

/** Makes the administrators’ pages refresh a list after the commit. */
export function announceList(tx: Tx, type: RecordEventType & `list.${string}`, listId: string): Promise<void> {
  return emitEvent(tx, type, {
    entityId: listId,
    changes: [{ entity: 'list', id: listId, to: { roles: ['administrator'] } }],
  });
}

import type { Tx } from '../../../platform/db/transaction.ts';

/** Tells the administrators’ pages, after the commit, to look at a list again. */
export function announceList(
  tx: Tx,
  type: 'list.uploaded' | 'list.progress' | 'list.read' | 'list.cancelled' | 'list.activated',
  listId: string,
): Promise<void> {
  return tx.emit({
    type,
    entityId: listId,
    changes: [{ entity: 'list', id: listId, to: { roles: ['administrator'] } }],
  });
}

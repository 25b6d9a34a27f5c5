import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { Tx } from '../../../platform/db/transaction.ts';

/** What happens to a chart while it is written. No figure is counted from these: they only tell pages to look again. */
export type ChartChange =
  | 'chart.changed'
  | 'chart.opened-in-emergency'
  | 'note.saved'
  | 'note.signed'
  | 'note.addendum-added'
  | 'diagnoses.saved';

/** Tells those pages, after the commit, that a part of the record is another one now. */
export function announceChange(
  tx: Tx,
  type: ChartChange,
  change: {
    entity: RecordChanged['entity'] & ('chart' | 'note' | 'diagnoses');
    id: string;
    visitId?: string;
    version?: number;
    accountIds: readonly string[];
  },
): Promise<void> {
  const { entity, id, visitId, version, accountIds } = change;
  return tx.emit({
    type,
    entityId: id,
    visitId: visitId ?? null,
    changes: [{ entity, id, version: version ?? null, to: { accountIds } }],
  });
}

import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';

/** What happens to a chart while it is written. */
export type ChartChange = RecordEventType & `${'chart' | 'note' | 'diagnoses'}.${string}`;

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
  return emitEvent(tx, type, {
    entityId: id,
    visitId: visitId ?? null,
    changes: [{ entity, id, version: version ?? null, to: { accountIds } }],
  });
}

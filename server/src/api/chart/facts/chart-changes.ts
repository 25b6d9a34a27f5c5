import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';

/** The event types for changes of a chart. */
export type ChartChange = RecordEventType & `${'chart' | 'note' | 'diagnoses'}.${string}`;

/** Refreshes the pages of these accounts after the commit. */
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

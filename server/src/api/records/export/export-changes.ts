import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { ExportRow } from './exports.repository.ts';

type Change = 'asked' | 'made' | 'cancelled' | 'failed' | 'expired';

/** Records a change of a copy and refreshes the requester’s pages after the commit. */
export async function exportChanged(
  tx: Tx,
  change: Change,
  row: Pick<ExportRow, 'id' | 'patientId' | 'accountId'>,
  details: Record<string, string | number> = {},
): Promise<void> {
  await tx.audit(`record.export-${change}`, {
    entity: 'record-export',
    entityId: row.id,
    patientId: row.patientId,
    details: { ...details, for: row.accountId },
  });
  await emitEvent(tx, `record-export.${change}`, {
    entityId: row.id,
    changes: [{ entity: 'record-export', id: row.id, to: { accountIds: [row.accountId] } }],
  });
}

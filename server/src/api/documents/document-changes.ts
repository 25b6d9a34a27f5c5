import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { Tx } from '../../platform/db/transaction.ts';
import { emitEvent } from '../core/domain-events.ts';
import type { RecordEventType } from '../core/record-events.ts';
import type { DocumentRow } from './documents.repository.ts';

export function auditDocument(
  tx: Tx,
  action: AuditAction & `document.${string}`,
  row: Pick<DocumentRow, 'id' | 'patientId' | 'version'>,
): Promise<void> {
  const { id, patientId, version } = row;
  return tx.audit(action, { entity: 'document', entityId: id, patientId, details: { version } });
}

/** Notifies the doctor’s pages, and the patient’s once it is signed, that the document changed. */
export function announceDocument(
  tx: Tx,
  type: RecordEventType & `document.${string}`,
  row: DocumentRow,
): Promise<void> {
  const { id, visitId, version, practitionerId } = row;
  const patient = type === 'document.saved' || row.patientAccountId === null ? [] : [row.patientAccountId];
  const to = { accountIds: [row.doctorAccountId, ...patient] };
  return emitEvent(tx, type, {
    entityId: id,
    visitId,
    practitionerId,
    changes: [{ entity: 'document', id, version, to }],
  });
}

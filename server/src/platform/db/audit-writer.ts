import type { AuditAction } from '@yunzhen/shared/core/audit';
import { newId } from '../ids.ts';
import type { AuditEntry, Tx } from './tx.ts';

/** Appends one event to the audit trail of the transaction’s hospital. The app’s role can insert and read, not change. */
export async function writeAudit(tx: Tx, action: AuditAction, entry: AuditEntry): Promise<void> {
  const { requestId, address } = tx.context;
  const actor = entry.actor ?? tx.context.actor;
  await tx.query(
    `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_account_id, actor_roles, entity, entity_id,
       patient_id, request_id, address, code, details)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)`,
    [
      newId(),
      tx.hospitalId,
      tx.now,
      action,
      entry.outcome ?? 'done',
      actor?.accountId ?? null,
      actor?.roles ?? [],
      entry.entity,
      entry.entityId,
      entry.patientId ?? null,
      requestId,
      address,
      entry.code ?? null,
      JSON.stringify(entry.details ?? {}),
    ],
  );
}

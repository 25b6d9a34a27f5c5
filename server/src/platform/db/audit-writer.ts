import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { Actor } from '../context.ts';
import { newId } from '../ids.ts';
import type { Tx } from './transaction.ts';

export interface AuditEntry {
  /** Kind of the thing, e.g. `visit`. */
  entity: string;
  entityId: string | null;
  /** Whose record it belongs to. */
  patientId?: string | null;
  outcome?: 'done' | 'denied';
  /** Why it was denied. */
  code?: ErrorCode | null;
  /** Who acted, when it is not the context’s actor (a refusal is written in a transaction of its own). */
  actor?: Actor;
  /** Ids, versions, codes and counts only: never a name, a note or a drug. */
  details?: Record<string, string | number | boolean | null>;
}

/** Appends one event to the audit trail of the transaction’s hospital. The app’s role can insert and read, not change. */
export function writeAudit(tx: Tx, action: AuditAction, entry: AuditEntry): void {
  const { requestId, address } = tx.context;
  const actor = entry.actor ?? tx.context.actor;
  tx.send(
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

import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { Role } from '@yunzhen/shared/core/permission';
import { placeValues, timedBy, type Order, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface AuditEventRow {
  id: string;
  at: Date;
  action: AuditAction;
  outcome: 'done' | 'denied';
  actorId: string | null;
  actorName: string | null;
  actorNameLatin: string | null;
  actorRoles: Role[];
  entity: string;
  entityId: string | null;
  patientId: string | null;
  requestId: string;
  code: string | null;
  address: string | null;
}

export interface FoundPatientRow {
  id: string;
  name: string;
  nameLatin: string;
  birthDate: string;
  phone: string | null;
}

export interface AuditFilter {
  action: AuditAction | null;
  outcome: 'done' | 'denied' | null;
  /** Actions left out, unless they show a patient or were denied; null for none. */
  without: readonly AuditAction[] | null;
  actorId: string | null;
  /** Part of a staff member’s name or address. */
  actor: string | null;
  patientId: string | null;
  address: string | null;
  /** The first instant, inclusive, and the end, exclusive. */
  from: string | null;
  to: string | null;
  order: Order;
  after: Place | null;
  limit: number;
}

export class AuditRepository {
  /**
   * Returns events by time, in either direction. It names staff, because the administrator is responsible for them; patients appear by id only, as
   * actors and as subjects.
   */
  list(tx: Tx, filter: AuditFilter): Promise<AuditEventRow[]> {
    const timed = timedBy('e.at', 'e.id', filter.order, 8);
    return tx.query<AuditEventRow>(
      `SELECT e.id, e.at, e.action, e.outcome, e.actor_account_id AS "actorId",
         CASE WHEN 'patient' = ANY (a.roles) THEN NULL ELSE a.display_name END AS "actorName",
         CASE WHEN 'patient' = ANY (a.roles) THEN NULL ELSE a.display_name_latin END AS "actorNameLatin",
         e.actor_roles AS "actorRoles", e.entity, e.entity_id AS "entityId", e.patient_id AS "patientId",
         e.request_id AS "requestId", e.code, e.address
       FROM audit_event e LEFT JOIN account a ON a.id = e.actor_account_id
       WHERE e.hospital_id = $1
         AND ($2::text IS NULL OR e.action = $2) AND ($3::text IS NULL OR e.outcome = $3)
         AND ($4::uuid IS NULL OR e.actor_account_id = $4) AND ($5::uuid IS NULL OR e.patient_id = $5)
         AND ($6::timestamptz IS NULL OR e.at >= $6) AND ($7::timestamptz IS NULL OR e.at < $7)
         AND ${timed.where}
         AND ($11::text IS NULL OR e.address = $11)
         AND ($12::text IS NULL OR e.actor_account_id IN (SELECT s.id FROM account s WHERE NOT ('patient' = ANY (s.roles))
           AND strpos(lower(concat_ws(' ', s.display_name, s.display_name_latin, s.email)), lower($12)) > 0))
         AND ($13::text[] IS NULL OR e.patient_id IS NOT NULL OR e.outcome = 'denied' OR e.action <> ALL ($13))
       ORDER BY ${timed.order} LIMIT $10`,
      [
        tx.hospitalId,
        filter.action,
        filter.outcome,
        filter.actorId,
        filter.patientId,
        filter.from,
        filter.to,
        ...placeValues(filter.after),
        filter.limit,
        filter.address,
        filter.actor,
        filter.without,
      ],
    );
  }

  /** Returns patients whose full name, phone number or e-mail address is the text, at most `limit`. */
  patients(tx: Tx, text: string, limit: number): Promise<FoundPatientRow[]> {
    // Digits of an e-mail address, such as 12345678@example.org, are no phone number.
    const digits = /^[\d\s+().-]*$/.test(text) ? text.replaceAll(/\D/g, '') : '';
    return tx.query<FoundPatientRow>(
      `SELECT p.id, p.name, p.name_latin AS "nameLatin", p.birth_date::text AS "birthDate", coalesce(p.phone, a.phone) AS phone
       FROM patient p LEFT JOIN account a ON a.id = p.account_id AND a.hospital_id = p.hospital_id
       WHERE p.hospital_id = $1 AND (lower($2) IN (lower(p.name), lower(p.name_latin), lower(a.email))
         OR (length($3) >= 7 AND $3 IN (right(regexp_replace(p.phone, '\D', '', 'g'), length($3)),
           right(regexp_replace(a.phone, '\D', '', 'g'), length($3)))))
       ORDER BY p.birth_date, p.id LIMIT $4`,
      [tx.hospitalId, text, digits, limit],
    );
  }
}

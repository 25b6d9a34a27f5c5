import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Actor } from '../../platform/context.ts';
import { placeValues, timedBy, type Place } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { consentEntity, type ConsentRow } from './requests/consent.entity.ts';
import { visitEntity, type VisitGuardian, type VisitRow } from './visit.entity.ts';
import { visitFactsSql, type VisitFacts } from './visit-facts.ts';
import { toVisitView, visitViewSql, type VisitView, type VisitViewRow } from './visit-view.ts';
import { visitNotFound } from './visits.policy.ts';
import { columnsOf } from '../../platform/db/table.ts';

export interface VisitFilter {
  patientId: string | null;
  practitionerId: string | null;
  statuses: readonly VisitStatus[];
  before: Place | null;
  limit: number;
}

/** The columns of a new visit; transitions set the others. */
type NewVisit = Pick<
  VisitRow,
  | 'id'
  | 'hospitalId'
  | 'patientId'
  | 'departmentId'
  | 'practitionerId'
  | 'status'
  | 'version'
  | 'kind'
  | 'priority'
  | 'complaint'
  | 'createdAt'
  | 'bookedFor'
  | 'redFlags'
>;

/** Selects a visit’s row by its id with the entity’s column names. It is plain SQL because most requests use it. */
const visitRowSql = `SELECT ${columnsOf(visitEntity, 'v')} FROM visit v WHERE v.id = $1`;

const viewSql = `${visitViewSql} WHERE v.id = $1`;

const timed = timedBy('v.created_at', 'v.id', 'desc', 4);
const listSql = `${visitViewSql}
  WHERE (v.patient_id = $1 OR v.practitioner_id = $2) AND v.status = ANY($3)
    AND ${timed.where}
  ORDER BY ${timed.order} LIMIT $6`;

export class VisitsRepository {
  /** Locks the row until the transaction ends: `write` to change it, `share` to prevent changes. */
  async lock(tx: Tx, id: string, strength: 'write' | 'share'): Promise<VisitRow | null> {
    const [row] = await tx.query<VisitRow>(`${visitRowSql} FOR ${strength === 'write' ? 'UPDATE' : 'SHARE'}`, [id]);
    return row ?? null;
  }

  async find(tx: Tx, id: string): Promise<VisitRow | null> {
    const [row] = await tx.query<VisitRow>(visitRowSql, [id]);
    return row ?? null;
  }

  async update(tx: Tx, id: string, change: Partial<VisitRow>): Promise<void> {
    await tx.manager.getRepository(visitEntity).update({ id }, change);
  }

  /** Inserts the visit unless the patient has an open one. A unique index resolves races between tabs. */
  async insertUnlessOpen(tx: Tx, visit: NewVisit): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, version, kind, priority,
         complaint, created_at, booked_for, red_flags)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)
       ON CONFLICT (patient_id) WHERE status IN ('planned', 'waiting', 'in-progress') DO NOTHING RETURNING id`,
      [
        visit.id,
        visit.hospitalId,
        visit.patientId,
        visit.departmentId,
        visit.practitionerId,
        visit.status,
        visit.version,
        visit.kind,
        visit.priority,
        visit.complaint,
        visit.createdAt,
        visit.bookedFor,
        JSON.stringify(visit.redFlags),
      ],
    );
    return inserted.length > 0;
  }

  async openVisitOf(tx: Tx, patientId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM visit WHERE patient_id = $1 AND status IN ('planned', 'waiting', 'in-progress')`,
      [patientId],
    );
    return row?.id ?? null;
  }

  /** Returns the guardian behind this account, as a prescription names one, and whether the patient is under six in the hospital’s calendar. */
  async guardianOf(
    tx: Tx,
    patientId: string,
    accountId: string,
  ): Promise<{ name: string; relation: VisitGuardian['relation']; underSix: boolean } | null> {
    const [row] = await tx.query<{ name: string; relation: VisitGuardian['relation']; underSix: boolean }>(
      `SELECT a.display_name AS name,
         CASE g.relation WHEN 'guardian' THEN 'legal-guardian' WHEN 'carer' THEN 'other'
           ELSE CASE own.sex WHEN 'female' THEN 'mother' WHEN 'male' THEN 'father' ELSE 'other' END END AS relation,
         p.birth_date > (($3::timestamptz AT TIME ZONE h.time_zone)::date - interval '6 years') AS "underSix"
       FROM guardianship g JOIN account a ON a.id = g.guardian_account_id JOIN patient p ON p.id = g.patient_id
         JOIN hospital h ON h.id = g.hospital_id LEFT JOIN patient own ON own.account_id = a.id
       WHERE g.patient_id = $1 AND g.guardian_account_id = $2 AND g.state = 'active'`,
      [patientId, accountId, tx.now],
    );
    return row ?? null;
  }

  /** Records that the call’s requirements have changed. The caller holds the visit’s lock. */
  async raiseRoomRevision(tx: Tx, id: string): Promise<void> {
    await tx.manager.increment(visitEntity, { id }, 'roomRevision', 1);
  }

  /** Stores the media node and incarnation with the room of the visit’s call. */
  async pin(tx: Tx, id: string, node: { id: string; incarnation: string }): Promise<void> {
    await tx.manager.update(visitEntity, { id }, { mediaNodeId: node.id, mediaNodeIncarnation: node.incarnation });
  }

  /** Sets or ends the hold. The caller holds the visit’s lock. */
  async setHeld(tx: Tx, id: string, held: boolean): Promise<void> {
    await tx.manager.update(visitEntity, { id }, { held, roomRevision: () => 'room_revision + 1' });
  }

  async storeGuardian(tx: Tx, visitId: string, guardian: VisitGuardian): Promise<void> {
    await tx.manager.update(visitEntity, { id: visitId }, { guardian });
  }

  async storeConsent(tx: Tx, consent: ConsentRow): Promise<void> {
    await tx.manager.getRepository(consentEntity).insert(consent);
  }

  async facts(tx: Tx, id: string): Promise<VisitFacts | null> {
    const [row] = await tx.query<VisitFacts>(visitFactsSql, [id]);
    return row ?? null;
  }

  async findView(tx: Tx, id: string): Promise<VisitView | null> {
    const [row] = await tx.query<VisitViewRow>(viewSql, [id]);
    return row ? toVisitView(row) : null;
  }

  /** Throws `resource.not-found`. */
  async view(tx: Tx, id: string): Promise<VisitView> {
    const view = await this.findView(tx, id);
    if (!view) throw visitNotFound();
    return view;
  }

  /** Returns visits newest first, one more than the limit. An account that is patient and doctor gets both kinds. */
  async list(tx: Tx, filter: VisitFilter): Promise<VisitView[]> {
    const { patientId, practitionerId, statuses, before, limit } = filter;
    const values = [patientId, practitionerId, statuses, ...placeValues(before), limit + 1];
    const rows = await tx.query<VisitViewRow>(listSql, values);
    return rows.map(toVisitView);
  }

  /**
   * Returns whether the doctor treats this patient: a visit that waits or is in progress, or that ended after `since`. Visits count from check-in on,
   * when the patient consents.
   */
  async isTreatedBy(tx: Tx, patientId: string, practitionerId: string, since: Date): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM visit WHERE patient_id = $1 AND practitioner_id = $2 AND checked_in_at IS NOT NULL
         AND (status IN ('waiting', 'in-progress')
           OR (status IN ('completed', 'referred-offline') AND ended_at > $3)) LIMIT 1`,
      [patientId, practitionerId, since],
    );
    return rows.length > 0;
  }

  /** Returns whether the visit was ever transferred from or to this doctor. */
  async wasTransferred(tx: Tx, visitId: string, { practitionerId }: Pick<Actor, 'practitionerId'>): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM visit_transfer WHERE visit_id = $1 AND $2 IN (from_practitioner_id, to_practitioner_id) LIMIT 1`,
      [visitId, practitionerId],
    );
    return rows.length > 0;
  }

  /** Returns the visit in progress between this doctor and this patient, locked until the transaction ends. */
  async inProgressBetween(tx: Tx, patientId: string, practitionerId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM visit WHERE patient_id = $1 AND practitioner_id = $2 AND status = 'in-progress' FOR SHARE`,
      [patientId, practitionerId],
    );
    return row?.id ?? null;
  }

  async doctorAccountsNow(tx: Tx, patientId: string): Promise<string[]> {
    const rows = await tx.query<{ accountId: string }>(
      `SELECT pr.account_id AS "accountId" FROM visit v JOIN practitioner pr ON pr.id = v.practitioner_id
       WHERE v.patient_id = $1 AND v.status IN ('waiting', 'in-progress')`,
      [patientId],
    );
    return rows.map(({ accountId }) => accountId);
  }

  async followUpsAhead(tx: Tx, patientId: string, practitionerId: string, day: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM visit WHERE patient_id = $1 AND practitioner_id = $2 AND follow_up->>'from' >= $3`,
      [patientId, practitionerId, day],
    );
    return rows.map(({ id }) => id);
  }
}

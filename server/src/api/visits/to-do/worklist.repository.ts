import type { WorkItem, WorkKind } from '@yunzhen/shared/visits/worklist.contract';
import { placeValues, sortedBy, type SortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

type WorkRow = Omit<WorkItem, 'at'> & { at: Date; sortValue: string };

/** Minutes after admission from which a visit with an unsigned note counts as forgotten; until then the queue shows it. */
const forgottenAfterMinutes = 60;

const entryTables = [
  'allergy',
  'condition',
  'medication_statement',
  'observation',
  'pregnancy_statement',
  'chart_document',
];
const proposals = entryTables
  .map(
    (table) => `SELECT recorded_at FROM ${table} WHERE patient_id = v.patient_id AND recorded_by = 'patient'
        AND confirmed_at IS NULL AND retracted_at IS NULL`,
  )
  .join(' UNION ALL ');

/** Returned prescriptions of older visits are no longer tasks, which also bounds how many visits are read. */
const returnedDays = 90;

/**
 * All work of doctor $1 at time $2, one row per task. Statements of the patient are confirmed during a visit, so they are work only while one is in
 * progress.
 */
const workSql = `
  SELECT 'note' AS kind, v.id, v.id AS visit_id, v.patient_id, coalesce(v.ended_at, v.admitted_at) AS at, 1 AS count
  FROM visit v LEFT JOIN note n ON n.visit_id = v.id
  WHERE v.practitioner_id = $1 AND n.status IS DISTINCT FROM 'signed' AND v.admitted_at IS NOT NULL
    AND (v.status = 'referred-offline'
      OR (v.status = 'in-progress' AND v.admitted_at < $2::timestamptz - interval '${forgottenAfterMinutes} minutes'))
  UNION ALL
  SELECT 'document', v.id, v.id, v.patient_id, min(d.created_at), count(*)::int
  FROM clinical_document d JOIN visit v ON v.id = d.visit_id
  WHERE d.practitioner_id = $1 AND d.status = 'draft' AND v.practitioner_id = $1
  GROUP BY v.id
  UNION ALL
  SELECT 'question', r.id, p.visit_id, p.patient_id, q.at, q.count
  FROM prescription p JOIN review r ON r.prescription_id = p.id CROSS JOIN LATERAL (
    SELECT min(m.at) AS at, count(*)::int AS count FROM review_message m
    WHERE m.review_id = r.id AND m.side = 'pharmacist' AND NOT EXISTS (
      SELECT 1 FROM review_message a WHERE a.review_id = r.id AND a.side = 'doctor' AND (a.at, a.id) > (m.at, m.id))) q
  WHERE p.practitioner_id = $1 AND p.status IN ('signed', 'under-review') AND r.status IN ('requested', 'in-progress')
    AND q.count > 0
  UNION ALL
  SELECT 'returned', p.id, p.visit_id, p.patient_id, p.decided_at, 1
  FROM visit v JOIN prescription p ON p.visit_id = v.id
  WHERE v.practitioner_id = $1 AND v.status IN ('completed', 'referred-offline', 'left')
    AND v.created_at > $2::timestamptz - interval '${returnedDays} days'
    AND p.status = 'rejected' AND p.follow_up IS NULL AND NOT EXISTS (
      SELECT FROM chat_message m
      WHERE m.visit_id = v.id AND m.author_role = 'doctor' AND m.sent_at >= greatest(p.decided_at, v.ended_at))
  UNION ALL
  SELECT 'chat', v.id, v.id, v.patient_id, m.at, m.count
  FROM chat c JOIN visit v ON v.id = c.visit_id CROSS JOIN LATERAL (
    SELECT min(sent_at) AS at, count(*)::int AS count FROM chat_message
    WHERE visit_id = c.visit_id AND sequence > c.read_by_doctor AND author_role = 'patient') m
  WHERE c.last_sequence > c.read_by_doctor AND v.practitioner_id = $1 AND m.count > 0
  UNION ALL
  SELECT 'repeat', r.id, p.visit_id, r.patient_id, r.asked_at, 1
  FROM repeat_request r JOIN prescription p ON p.id = r.prescription_id
  WHERE r.practitioner_id = $1 AND r.status = 'asked'
  UNION ALL
  SELECT 'proposal', v.id, v.id, v.patient_id, e.at, e.count
  FROM visit v CROSS JOIN LATERAL (
    SELECT min(recorded_at) AS at, count(*)::int AS count FROM (${proposals}) stated) e
  WHERE v.practitioner_id = $1 AND v.status = 'in-progress' AND e.count > 0`;

/** Reads across the tables of other modules, within the row-level security of the hospital. */
export class WorklistRepository {
  /** Returns the longest-waiting work first, one more than the limit. `name` matches part of the patient’s name in either script. */
  list(
    tx: Tx,
    practitionerId: string,
    filter: { kind: WorkKind | null; name: string; limit: number; after: SortedPlace | null },
  ): Promise<WorkRow[]> {
    // Two tasks of one visit may have the same time: the kind makes the key unique.
    const key = `to_char(w.at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || w.kind`;
    const sorted = sortedBy(key, 'w.id', 'asc', 5);
    const part = `%${filter.name.replace(/[\\%_]/g, '\\$&')}%`;
    return tx.query<WorkRow>(
      `SELECT w.kind, w.id, w.visit_id AS "visitId", w.at, w.count, ${sorted.key} AS "sortValue",
         json_build_object('id', p.id, 'name', p.name, 'nameLatin', p.name_latin) AS patient
       FROM (${workSql}) w JOIN patient p ON p.id = w.patient_id
       WHERE ($3::text IS NULL OR w.kind = $3) AND (p.name ILIKE $4 OR p.name_latin ILIKE $4) AND ${sorted.where}
       ORDER BY ${sorted.order} LIMIT $7`,
      [practitionerId, tx.now, filter.kind, part, ...placeValues(filter.after), filter.limit + 1],
    );
  }

  async count(tx: Tx, practitionerId: string): Promise<Map<WorkKind, number>> {
    const rows = await tx.query<{ kind: WorkKind; count: number }>(
      `SELECT w.kind, count(*)::int AS count FROM (${workSql}) w GROUP BY w.kind`,
      [practitionerId, tx.now],
    );
    return new Map(rows.map(({ kind, count }) => [kind, count]));
  }
}

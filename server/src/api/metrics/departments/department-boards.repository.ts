import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DepartmentBoard } from '@yunzhen/shared/metrics/metrics.contract';
import type { Tx } from '../../../platform/db/transaction.ts';

type Waiting = Omit<DepartmentBoard['waiting'][number], 'checkedInAt' | 'bookedFor'> & {
  checkedInAt: Date;
  bookedFor: Date | null;
};

/** Rows shown of a queue: more than anyone reads. */
const MAX_SHOWN = 100;

/** Reads what happens in a department, and which departments a doctor belongs to. */
export class DepartmentBoards {
  /** Returns the departments of a practitioner, or all of the hospital for null, by position. */
  of(tx: Tx, practitionerId: string | null): Promise<{ id: string; name: LocalizedText }[]> {
    return tx.query(
      `SELECT d.id, d.name FROM department d
       WHERE $1::uuid IS NULL OR EXISTS (
         SELECT 1 FROM practitioner_department pd WHERE pd.department_id = d.id AND pd.practitioner_id = $1)
       ORDER BY d.position, d.id`,
      [practitionerId],
    );
  }

  /** Returns patients who wait, by priority and check-in, without their names. */
  waiting(tx: Tx, departmentId: string): Promise<Waiting[]> {
    return tx.query(
      `SELECT v.checked_in_at AS "checkedInAt", v.booked_for AS "bookedFor", v.priority,
         CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('name', p.name, 'nameLatin', p.name_latin) END AS doctor
       FROM visit v LEFT JOIN practitioner p ON p.id = v.practitioner_id
       WHERE v.status = 'waiting' AND v.department_id = $1
       ORDER BY array_position(ARRAY['asap','urgent','routine'], v.priority), coalesce(v.queue_at, v.checked_in_at), v.id
       LIMIT ${MAX_SHOWN}`,
      [departmentId],
    );
  }

  async inCallNow(tx: Tx, departmentId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(DISTINCT c.visit_id)::int AS n FROM call_session c JOIN visit v ON v.id = c.visit_id
       WHERE c.closed_at IS NULL AND v.status = 'in-progress' AND v.department_id = $1`,
      [departmentId],
    );
    return row?.n ?? 0;
  }

  /** Returns doctors on duty or with patients waiting, the longest queue first. */
  doctors(tx: Tx, departmentId: string): Promise<DepartmentBoard['doctors']> {
    return tx.query(
      `SELECT p.id, p.name, p.name_latin AS "nameLatin", p.on_duty AS "onDuty", w.waiting
       FROM practitioner p CROSS JOIN LATERAL (
         SELECT count(*)::int AS waiting FROM visit v
         WHERE v.practitioner_id = p.id AND v.department_id = $1 AND v.status = 'waiting') w
       WHERE p.kind = 'doctor' AND (w.waiting > 0 OR p.on_duty AND EXISTS (
         SELECT 1 FROM practitioner_department pd WHERE pd.practitioner_id = p.id AND pd.department_id = $1))
       ORDER BY w.waiting DESC, p.name_latin, p.id`,
      [departmentId],
    );
  }
}

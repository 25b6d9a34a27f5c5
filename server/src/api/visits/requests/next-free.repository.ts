import { doctorUnseenSeconds } from '@yunzhen/shared/visits/waiting-room';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';

/** Minutes after which a planned visit without progress no longer counts as a doctor’s load. */
const begunMinutes = 30;
/** A booking within this many minutes counts like a waiting patient. */
const bookedMinutes = 30;

/** Finds the doctor on duty in a department with the fewest patients ahead. */
export class NextFreeRepository {
  /** Serialises concurrent requests, so that the second sees where the first went. */
  async lockDepartment(tx: Tx, departmentId: string): Promise<void> {
    await tx.query('SELECT id FROM department WHERE id = $1 FOR NO KEY UPDATE', [departmentId]);
  }

  /**
   * Returns the doctor with the fewest patients waiting, in a visit, in preparation or booked soon; ties go to the longest without a new patient.
   * Doctors without an open page come last. Excludes `besides` (a requesting doctor) and paused doctors. With `wanted` only that doctor.
   * Null when no doctor is on duty.
   */
  async leastBusy(
    tx: Tx,
    departmentId: string,
    today: string,
    besides: readonly string[],
    wanted: string | null = null,
  ): Promise<string | null> {
    const minutes = (count: number) => new Date(tx.now.getTime() + count * MINUTE_MS);
    const [row] = await tx.query<{ id: string }>(
      `SELECT pr.id FROM practitioner_department pd JOIN practitioner pr ON pr.id = pd.practitioner_id
       WHERE pd.department_id = $1 AND pr.kind = 'doctor' AND pr.on_duty AND pr.licence_valid_until >= $2::date
         AND NOT pr.id = ANY ($3::uuid[]) AND ($8::uuid IS NULL OR pr.id = $8)
         AND NOT EXISTS (SELECT 1 FROM practitioner_pause p WHERE p.practitioner_id = pr.id AND p.ended_at IS NULL
           AND p.from_at <= $4 AND p.until_at > $4)
       ORDER BY EXISTS (SELECT 1 FROM practitioner_presence s WHERE s.practitioner_id = pr.id AND s.unseen_since <= $7),
         (SELECT count(*) FROM visit v WHERE v.practitioner_id = pr.id
           AND (v.status IN ('waiting', 'in-progress') OR (v.status = 'planned' AND v.created_at > $5)))
         + (SELECT count(*) FROM appointment a WHERE a.practitioner_id = pr.id AND a.status = 'booked' AND a.visit_id IS NULL
           AND a.starts_at > $4 AND a.starts_at < $6),
         (SELECT max(v.created_at) FROM visit v WHERE v.practitioner_id = pr.id) NULLS FIRST, pr.id
       LIMIT 1`,
      [
        departmentId,
        today,
        besides,
        tx.now,
        minutes(-begunMinutes),
        minutes(bookedMinutes),
        minutes(-doctorUnseenSeconds / 60),
        wanted,
      ],
    );
    return row?.id ?? null;
  }
}

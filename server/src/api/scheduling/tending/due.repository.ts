import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { doctorGoneSql } from '../../directory/index.ts';

/** Finds appointments that are due for something. Callers check again under the appointment’s lock. */
export class DueRepository {
  /** Returns appointments whose patient did not check in within the grace period. */
  missed(tx: Tx, graceMinutes: number): Promise<string[]> {
    return ids(
      tx,
      `SELECT a.id FROM appointment a LEFT JOIN visit v ON v.id = a.visit_id
       WHERE a.hospital_id = $1 AND a.status = 'booked' AND a.starts_at < $2
         AND (v.id IS NULL OR (v.status = 'planned' AND v.created_at < $2))`,
      [tx.hospitalId, new Date(tx.now.getTime() - graceMinutes * MINUTE_MS)],
    );
  }

  /** Returns appointments that have begun without the patient, to notify them once while they can still come. */
  late(tx: Tx, afterMinutes: number): Promise<string[]> {
    return ids(
      tx,
      `SELECT a.id FROM appointment a JOIN practitioner pr ON pr.id = a.practitioner_id
       WHERE a.hospital_id = $1 AND a.status = 'booked' AND a.visit_id IS NULL AND a.late_told_at IS NULL
         AND a.starts_at < $2 AND NOT ${doctorGoneSql}`,
      [tx.hospitalId, new Date(tx.now.getTime() - afterMinutes * MINUTE_MS)],
    );
  }

  /** Returns upcoming appointments whose doctor is gone and whose patient was not notified. */
  doctorGone(tx: Tx): Promise<string[]> {
    return ids(
      tx,
      `SELECT a.id FROM appointment a JOIN practitioner pr ON pr.id = a.practitioner_id
       WHERE a.hospital_id = $1 AND a.status = 'booked' AND a.visit_id IS NULL AND a.doctor_gone_told_at IS NULL
         AND a.starts_at > $2 AND ${doctorGoneSql} ORDER BY a.starts_at`,
      [tx.hospitalId, tx.now],
    );
  }

  /** Returns appointments due for this reminder whose doctor is available. One booked after the reminder’s time gets none. */
  reminder(tx: Tx, column: 'day_reminder_at' | 'hour_reminder_at', minutesBefore: number): Promise<string[]> {
    return ids(
      tx,
      `SELECT a.id FROM appointment a JOIN practitioner pr ON pr.id = a.practitioner_id
       WHERE a.hospital_id = $1 AND a.status = 'booked' AND a.${column} IS NULL AND a.starts_at > $2
         AND a.starts_at <= $3 AND a.booked_at <= a.starts_at - $4::int * interval '1 minute' AND NOT ${doctorGoneSql}`,
      [tx.hospitalId, tx.now, new Date(tx.now.getTime() + minutesBefore * MINUTE_MS), minutesBefore],
    );
  }
}

async function ids(tx: Tx, sql: string, values: unknown[]): Promise<string[]> {
  return (await tx.query<{ id: string }>(sql, values)).map(({ id }) => id);
}

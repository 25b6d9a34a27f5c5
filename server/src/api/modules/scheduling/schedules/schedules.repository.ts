import type { DoctorSchedule } from '@yunzhen/shared/contract/schedules';
import type { Tx } from '../../../../platform/db/transaction.ts';
import { doctorGoneSql } from '../appointments/appointment-view.ts';

export interface StoredSchedule {
  practitionerId: string;
  version: number;
  weekly: DoctorSchedule['weekly'];
  exceptions: DoctorSchedule['exceptions'];
}

/** Hours as they are read, and whether their doctor treats nobody here any more: then nothing of them can be had. */
type ReadSchedule = StoredSchedule & { gone: boolean };

export class SchedulesRepository {
  /** Hours as they hold now: only in departments that the doctor works in. Who has saved none has version 0. */
  async byDoctors(tx: Tx, practitionerIds: readonly string[]): Promise<Map<string, ReadSchedule>> {
    const rows = await tx.query<{
      id: string;
      version: number | null;
      weekly: StoredSchedule['weekly'] | null;
      exceptions: StoredSchedule['exceptions'] | null;
      departments: string[];
      gone: boolean;
    }>(
      `SELECT pr.id, s.version, s.weekly, s.exceptions, ${doctorGoneSql} AS gone,
         ARRAY(SELECT pd.department_id::text FROM practitioner_department pd WHERE pd.practitioner_id = pr.id) AS departments
       FROM practitioner pr LEFT JOIN schedule s ON s.practitioner_id = pr.id WHERE pr.id = ANY($1)`,
      [practitionerIds],
    );
    return new Map(
      rows.map(({ id, version, weekly, exceptions, departments, gone }) => [
        id,
        {
          practitionerId: id,
          gone,
          version: version ?? 0,
          weekly: (weekly ?? []).filter(({ departmentId }) => departments.includes(departmentId)),
          exceptions: (exceptions ?? []).filter(
            (exception) => exception.kind === 'day-off' || departments.includes(exception.departmentId),
          ),
        },
      ]),
    );
  }

  async save(tx: Tx, schedule: StoredSchedule, accountId: string | null): Promise<void> {
    const { practitionerId, version, weekly, exceptions } = schedule;
    const values = [
      practitionerId,
      version,
      tx.hospitalId,
      JSON.stringify(weekly),
      JSON.stringify(exceptions),
      tx.now,
      accountId,
    ];
    const columns = 'practitioner_id, version, hospital_id, weekly, exceptions, saved_at, saved_by_account_id';
    await tx.query(
      `INSERT INTO schedule (${columns}) VALUES ($1,$2,$3,$4,$5,$6,$7)
       ON CONFLICT (practitioner_id) DO UPDATE SET version = $2, weekly = $4, exceptions = $5, saved_at = $6, saved_by_account_id = $7`,
      values,
    );
    await tx.query(`INSERT INTO schedule_version (${columns}) VALUES ($1,$2,$3,$4,$5,$6,$7)`, values);
  }
}

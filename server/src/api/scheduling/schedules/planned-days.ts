import type { DoctorSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { doctorGoneSql } from '../../directory/index.ts';
import { slotsOf } from './slot-cache.ts';

/** What the doctors’ hours of one day have room for. */
export interface PlannedDay {
  readonly day: string;
  /** Patients, booked or not. */
  readonly places: number;
  /** Doctors with hours on that day. */
  readonly doctors: number;
}

/**
 * Returns what the hours of all doctors, or of those in one department, have room for on some days. Doctors who are gone, or whose licence has ended by
 * then, do not count.
 */
export async function plannedDays(
  tx: Tx,
  days: readonly string[],
  { timeZone, departmentId }: { timeZone: string; departmentId: string | undefined },
): Promise<PlannedDay[]> {
  const doctors = await tx.query<{
    practitionerId: string;
    licenceValidUntil: string;
    version: number;
    writer: string;
    departmentIds: string[];
    weekly: DoctorSchedule['weekly'];
    exceptions: DoctorSchedule['exceptions'];
  }>(
    `SELECT pr.id AS "practitionerId", pr.licence_valid_until::text AS "licenceValidUntil", s.version, s.xmin::text AS writer,
       s.weekly, s.exceptions,
       ARRAY(SELECT pd.department_id::text FROM practitioner_department pd WHERE pd.practitioner_id = pr.id ORDER BY 1) AS "departmentIds"
     FROM schedule s JOIN practitioner pr ON pr.id = s.practitioner_id
     WHERE pr.kind = 'doctor' AND NOT ${doctorGoneSql}`,
  );
  return days.map((day) => {
    const seats = doctors
      .filter(({ licenceValidUntil }) => day <= licenceValidUntil)
      .map((doctor) =>
        slotsOf(doctor, day, timeZone)
          .filter((slot) => departmentId === undefined || slot.departmentId === departmentId)
          .reduce((sum, { capacity }) => sum + capacity, 0),
      )
      .filter((places) => places > 0);
    return { day, places: seats.reduce((sum, places) => sum + places, 0), doctors: seats.length };
  });
}

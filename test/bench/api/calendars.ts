import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { newId } from '../../../server/src/platform/ids.ts';
import { openHours } from '../../support/appointment-steps.ts';
import type { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import type { TestApi } from '../../support/test-api.ts';

const SLOT_MS = 15 * 60_000;
const DAYS_BOOKED = 10;
/** Of the 32 times in a day. */
const BOOKED_A_DAY = 12;
const OWN_COMING = 3;
const OWN_PAST = 25;

type Doctor = TestPerson & { practitionerId: string };
type Patient = TestPerson & { patientId: string };

interface Booking {
  readonly doctor: Doctor;
  readonly patient: Patient;
  readonly startsAt: number;
  readonly status: 'booked' | 'fulfilled';
}

/**
 * Creates doctors with hours every day, a third of which `crowd` has booked, and one patient with past and future appointments. The crowd must be as
 * large as the number of doctors, because a patient can’t be in two places.
 */
export async function fillCalendars(
  test: TestApi,
  clinic: Clinic,
  people: { doctors: readonly [Doctor, ...Doctor[]]; crowd: readonly Patient[]; regular: Patient },
): Promise<void> {
  const { doctors, crowd, regular } = people;
  for (const doctor of doctors) await openHours(clinic.hospital, doctor);
  // 09:00 at the hospital.
  const opens = Math.floor(test.clock.now().getTime() / DAY_MS) * DAY_MS + 3_600_000;
  const at = (day: number, slot: number) => opens + day * DAY_MS + slot * SLOT_MS;
  const bookings = doctors.flatMap((doctor, place) =>
    Array.from({ length: DAYS_BOOKED * BOOKED_A_DAY }, (_, n): Booking => {
      const patient = crowd[(n + place) % crowd.length] ?? regular;
      const [day, slot] = [1 + Math.floor(n / BOOKED_A_DAY), (n % BOOKED_A_DAY) * 2];
      return { doctor, patient, startsAt: at(day, slot), status: 'booked' };
    }),
  );
  const own = Array.from({ length: OWN_COMING + OWN_PAST }, (_, n): Booking => {
    const coming = n < OWN_COMING;
    const day = coming ? 2 + 3 * n : OWN_COMING - 7 * (n + 1);
    return { doctor: doctors[0], patient: regular, startsAt: at(day, 31), status: coming ? 'booked' : 'fulfilled' };
  });
  for (const { doctor, patient, startsAt, status } of [...bookings, ...own]) {
    await test.database.admin.query(
      `INSERT INTO appointment (id, hospital_id, patient_id, practitioner_id, department_id, status, starts_at, ends_at, place,
         reason, created_at, booked_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,1,'Follow-up',$9,$9)`,
      [
        newId(),
        clinic.hospital.id,
        patient.patientId,
        doctor.practitionerId,
        clinic.hospital.departmentId,
        status,
        new Date(startsAt),
        new Date(startsAt + SLOT_MS),
        new Date(Math.min(startsAt, test.clock.now().getTime()) - DAY_MS),
      ],
    );
  }
}

import {
  bookAppointment,
  holdAppointment,
  listSlots,
  type Appointment,
} from '../../shared/src/scheduling/appointments.contract.ts';
import { readSchedule, saveSchedule } from '../../shared/src/scheduling/schedules.contract.ts';
import type { TestHospital, TestPerson } from './factories.ts';

type Doctor = TestPerson & { practitionerId: string };

/** Returns hours for every day of the week, 09:00 to 17:00 in 15-minute slots. */
export const hoursOf = (departmentId: string, over: Partial<{ capacity: number; from: string; to: string }> = {}) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    departmentId,
    weekday,
    from: '09:00',
    to: '17:00',
    slotMinutes: 15,
    bufferMinutes: 0,
    capacity: 1,
    validFrom: '2020-01-01',
    validUntil: null,
    ...over,
  }));

/** Lets a doctor accept appointments every day. */
export async function openHours(hospital: TestHospital, doctor: Doctor, over: Parameters<typeof hoursOf>[1] = {}) {
  const params = { doctorId: doctor.practitionerId };
  const { version } = await doctor.client.ok(readSchedule, { params });
  return doctor.client.ok(saveSchedule, {
    params,
    version,
    body: { weekly: hoursOf(hospital.departmentId, over), exceptions: [] },
  });
}

/** Returns the doctor’s free times on a day from now; the default is tomorrow. */
export async function freeTimes(patient: TestPerson, doctor: Doctor, daysAhead = 1): Promise<string[]> {
  const { days } = await patient.client.ok(listSlots, {
    params: { doctorId: doctor.practitionerId },
    query: { days: 14 },
  });
  return (days[daysAhead]?.slots ?? []).map(({ startsAt }) => startsAt);
}

export function hold(hospital: TestHospital, patient: TestPerson, doctor: Doctor, startsAt: string) {
  return patient.client.call(holdAppointment, {
    body: { doctorId: doctor.practitionerId, departmentId: hospital.departmentId, startsAt },
  });
}

/** Holds and books a time. */
export async function booked(
  hospital: TestHospital,
  patient: TestPerson,
  doctor: Doctor,
  startsAt: string,
): Promise<Appointment> {
  const held = await hold(hospital, patient, doctor, startsAt);
  if (held.status !== 201) throw new Error(`hold: ${held.status} ${JSON.stringify(held.problem)}`);
  return patient.client.ok(bookAppointment, {
    params: { appointmentId: held.value.id },
    body: { reason: '复诊 · follow-up' },
  });
}

import {
  bookAppointment,
  holdAppointment,
  listSlots,
  type Appointment,
} from '../../shared/src/scheduling/appointments.contract.ts';
import { readSchedule, saveSchedule } from '../../shared/src/scheduling/schedules.contract.ts';
import type { TestHospital, TestPerson } from './factories.ts';

type Doctor = TestPerson & { practitionerId: string };

/** Hours of every day of the week, from nine to five in quarters of an hour. */
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

/** A doctor takes appointments every day. */
export async function openHours(hospital: TestHospital, doctor: Doctor, over: Parameters<typeof hoursOf>[1] = {}) {
  const params = { doctorId: doctor.practitionerId };
  const { version } = await doctor.client.ok(readSchedule, { params });
  return doctor.client.ok(saveSchedule, {
    params,
    version,
    body: { weekly: hoursOf(hospital.departmentId, over), exceptions: [] },
  });
}

/** Free times of the doctor on some day from now, by default tomorrow’s. */
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

/** Held and booked. */
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

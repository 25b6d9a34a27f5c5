import { localized } from '@yunzhen/shared/core/locale';
import type { Client } from 'pg';
import { slotsOfDay, type Schedule } from '../api/scheduling/index.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { newId } from '../platform/ids.ts';
import { insertRows } from './bulk-insert.ts';
import type { DemoHospital } from './demo-plan.ts';
import { createRandom } from './random.ts';

const workingDays = [1, 2, 3, 4, 5];
const bookedDays = 3;
/** Share of the next days’ times that are booked. */
const bookedShare = 0.25;

/** Writes hours for every demo doctor, and some booked appointments of invented patients. Done once. */
export async function writeAppointments(
  db: Client,
  plan: DemoHospital,
  hospitalId: string,
  now: Date,
): Promise<number> {
  const { rows: there } = await db.query('SELECT 1 FROM schedule WHERE hospital_id = $1 LIMIT 1', [hospitalId]);
  if (there.length > 0) return 0;
  const { doctors, patients } = await readPeople(db, hospitalId);
  const random = createRandom(`${plan.slug} appointments`);
  const today = dayIn(plan.timeZone, now);
  const schedules = doctors.map(({ id, departments }) => ({
    practitionerId: id,
    ...hoursOf(departments, random, today),
  }));
  const saved = schedules.map(({ practitionerId, weekly, exceptions }) => ({
    practitioner_id: practitionerId,
    version: 1,
    hospital_id: hospitalId,
    weekly,
    exceptions,
    saved_at: now,
    saved_by_account_id: null,
  }));
  const appointments: Record<string, unknown>[] = [];
  for (const { practitionerId, ...schedule } of schedules) {
    for (let ahead = 1; ahead <= bookedDays; ahead++) {
      for (const slot of slotsOfDay(schedule, shiftDay(today, ahead), plan.timeZone)) {
        const patient = patients[appointments.length];
        if (!patient || !random.chance(bookedShare)) continue;
        const reason = random.pick(plan.departments.flatMap(({ cases }) => cases)).complaint;
        appointments.push({
          ...bookedAppointment(now, patient),
          hospital_id: hospitalId,
          practitioner_id: practitionerId,
          department_id: slot.departmentId,
          starts_at: new Date(slot.startsAt),
          ends_at: new Date(slot.endsAt),
          reason: localized(reason, plan.locale),
        });
      }
    }
  }
  await insertRows(db, { schedule: saved, schedule_version: saved, appointment: appointments });
  return appointments.length;
}

interface Patient {
  id: string;
  accountId: string;
}

/** Reads the doctors with their departments, and the invented patients. */
async function readPeople(db: Client, hospitalId: string) {
  const { rows: doctors } = await db.query<{ id: string; departments: string[] }>(
    `SELECT p.id, array_agg(pd.department_id::text ORDER BY d.position) AS departments
     FROM practitioner p JOIN practitioner_department pd ON pd.practitioner_id = p.id JOIN department d ON d.id = pd.department_id
     WHERE p.kind = 'doctor' AND p.hospital_id = $1 GROUP BY p.id, p.licence_number ORDER BY p.licence_number`,
    [hospitalId],
  );
  const { rows: patients } = await db.query<Patient>(
    `SELECT p.id, p.account_id AS "accountId" FROM patient p JOIN account a ON a.id = p.account_id
     WHERE a.email LIKE '%@patients.%' AND p.hospital_id = $1 ORDER BY a.email`,
    [hospitalId],
  );
  return { doctors, patients };
}

function bookedAppointment(now: Date, { id, accountId }: Patient) {
  return {
    id: newId(),
    patient_id: id,
    status: 'booked',
    version: 2,
    place: 1,
    offered: false,
    extended: false,
    sequence: 0,
    moves: 0,
    created_at: now,
    created_by_account_id: accountId,
    booked_at: now,
    end_reason: '',
    late_cancel: false,
  };
}

/** Returns hours: mornings in the first department, afternoons in the last one; some doctors have an evening. */
function hoursOf(departments: readonly string[], random: ReturnType<typeof createRandom>, today: string): Schedule {
  const slotMinutes = random.pick([15, 20]);
  const usual = { slotMinutes, bufferMinutes: 0, capacity: 1, validFrom: shiftDay(today, -60), validUntil: null };
  const [first = ''] = departments;
  const last = departments.at(-1) ?? first;
  const weekly = workingDays.flatMap((weekday) => [
    { ...usual, weekday, departmentId: first, from: '08:30', to: '11:30' },
    { ...usual, weekday, departmentId: last, from: '13:30', to: '16:30' },
  ]);
  if (random.chance(0.4)) {
    const evening = random.pick([6, 7]);
    weekly.push({ ...usual, weekday: evening, departmentId: first, from: '09:00', to: '11:00' });
  }
  return { weekly, exceptions: [] };
}

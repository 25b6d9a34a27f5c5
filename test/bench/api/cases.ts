import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { listAppointments, listSlots } from '../../../shared/src/scheduling/appointments.contract.ts';
import { addAllergy, readChart } from '../../../shared/src/chart/chart.contract.ts';
import { listMessages, sendMessage } from '../../../shared/src/chat/chat.contract.ts';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import { addObservation } from '../../../shared/src/chart/observations.contract.ts';
import { readDay } from '@yunzhen/shared/visits/day.contract';
import {
  checkIn,
  createVisit,
  listVisits,
  readQueue,
  readWaiting,
} from '../../../shared/src/visits/visits.contract.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import { answerDangers } from '../../support/danger-page.ts';
import type { TestPerson } from '../../support/factories.ts';
import type { TestApi } from '../../support/test-api.ts';
import { fillCalendars } from './calendars.ts';

/** One measured request and its sender. */
export interface BenchCase {
  readonly name: string;
  readonly kind: 'read' | 'write';
  readonly asker: TestPerson;
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
}

const WAITING = 12;
const HISTORY = 60;
const MESSAGES = 20;

/**
 * Creates a doctor’s busy morning: waiting patients, two visits in progress, one with a chart and a chat, past visits, and the coming appointments of
 * all doctors.
 */
export async function busyClinic(test: TestApi): Promise<BenchCase[]> {
  const clinic = await Clinic.open(test);
  const { doctor, factory, hospital } = clinic;
  const colleagues = [];
  for (let n = 0; n < 5; n++) colleagues.push(await factory.doctor(hospital, `医生${n}`));
  const known = await factory.patient(hospital, '赵敏');
  for (let n = 0; n < HISTORY; n++) await completed(test, clinic, known.patientId, n);
  const visit = await clinic.admitted(known);
  await fillChart(test, clinic, known.patientId);
  for (let n = 0; n < MESSAGES; n++) {
    const params = { visitId: visit.id, messageId: newId() };
    await doctor.client.ok(sendMessage, { params, body: { text: `How are you today? ${n}` } });
  }
  const other = await factory.patient(hospital, '钱芳');
  await clinic.admitted(other);
  const crowd = [];
  let last = known;
  let place = '';
  for (let n = 0; n < WAITING; n++) {
    last = await factory.patient(hospital, `病人${n}`);
    place = await waiting(clinic, last);
    crowd.push(last);
  }
  await fillCalendars(test, clinic, { doctors: [doctor, ...colleagues], crowd, regular: known });
  const tomorrow = shiftDay(dayIn('Asia/Shanghai', test.clock.now()), 1);
  const slotsPath = listSlots.path.replace(':doctorId', doctor.practitionerId);
  const read = (name: string, asker: TestPerson, path: string): BenchCase => ({
    name,
    kind: 'read' as const,
    asker,
    method: 'GET',
    path,
    body: null,
  });
  const write = (name: string, contract: { method: string; path: string }, body: unknown): BenchCase => ({
    name,
    kind: 'write' as const,
    asker: doctor,
    method: contract.method,
    body: JSON.stringify(body),
    path: contract.path.replace(':patientId', other.patientId),
  });
  return [
    read('queue', doctor, readQueue.path),
    read('chart', doctor, readChart.path.replace(':patientId', known.patientId)),
    read('visits', doctor, `${listVisits.path}?limit=20`),
    read('chat', doctor, `${listMessages.path.replace(':visitId', visit.id)}?limit=50`),
    read('doctors', last, listDoctors.path),
    read('slots', known, `${slotsPath}?departmentId=${hospital.departmentId}&days=7`),
    read('appointments', known, `${listAppointments.path}?limit=10`),
    read('past appointments', known, `${listAppointments.path}?when=past&limit=20`),
    read('doctor’s day', doctor, `${readDay.path}?day=${tomorrow}`),
    read('waiting room', last, readWaiting.path.replace(':visitId', place)),
    write('add an allergy', addAllergy, { substance: 'Ibuprofen', severity: 'moderate' }),
    write('add a weight', addObservation, {
      kind: 'body-weight',
      value: '70',
      unit: 'kg',
      measuredAt: test.clock.now().toISOString(),
    }),
  ];
}

async function fillChart(test: TestApi, { doctor }: Clinic, patientId: string): Promise<void> {
  const params = { patientId };
  for (const substance of ['Penicillin', 'Latex', 'Peanut']) {
    await doctor.client.ok(addAllergy, { params, body: { substance, severity: 'severe' } });
  }
  for (let day = 0; day < 6; day++) {
    const measuredAt = new Date(test.clock.now().getTime() - day * DAY_MS).toISOString();
    const body = { kind: 'body-weight', value: '70', unit: 'kg', measuredAt } as const;
    await doctor.client.ok(addObservation, { params, body });
  }
}

/** Creates a visit that ended `days` days ago. */
async function completed(test: TestApi, clinic: Clinic, patientId: string, days: number): Promise<void> {
  const { hospital, doctor } = clinic;
  const at = new Date(test.clock.now().getTime() - (days + 1) * DAY_MS);
  await test.database.admin.query(
    `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at,
       checked_in_at, admitted_at, ended_at, summary)
     VALUES ($1,$2,$3,$4,$5,'completed','walk-in','Cough',$6,$6,$6,$6::timestamptz + interval '8 minutes','Drink tea.')`,
    [newId(), hospital.id, patientId, hospital.departmentId, doctor.practitionerId, at],
  );
}

/** Creates a waiting visit and returns its id. */
async function waiting({ hospital, doctor }: Clinic, patient: TestPerson): Promise<string> {
  const visit = await patient.client.ok(createVisit, {
    body: { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: 'Cough' },
  });
  const confirmed = { allergiesConfirmed: true, medicinesConfirmed: true };
  await answerDangers(patient.client, { visitId: visit.id });
  await patient.client.ok(checkIn, {
    params: { visitId: visit.id },
    body: {
      consent: { version: '2026-1', locale: 'zh-CN' },
      intake: { complaint: 'Cough', duration: 'days', priorDiagnosis: 'yes', ...confirmed },
      deviceCheck: 'skipped',
    },
  });
  return visit.id;
}

import type { Client } from 'pg';
import type { Locale } from '@yunzhen/shared/core/locale';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { insertRows } from './bulk-insert.ts';
import { simulateDay, type SimulatedVisit } from './day-simulation.ts';
import type { DemoCase, DemoHospital } from './demo-plan.ts';
import type { DemoTexts } from './demo-texts.ts';
import { countHistory } from './figure-history.ts';
import { historyDays, weekdayOf } from './history-days.ts';
import { readDepartmentIds, readDoctors, type Doctor } from './history-people.ts';
import { createRandom, type Random } from './random.ts';
import { dutyEvents } from './staff-events.ts';
import { addVisit, noRows } from './visit-rows.ts';

interface Patient {
  id: string;
  accountId: string;
  email: string;
  locale: Locale;
  birthDate: string;
  sex: Sex;
  conditions: string[];
}

/** Minimum number of days between two visits of a patient. */
const daysBetweenVisits = 4;
/** Days ago of the visits between the sign-in page’s patient and doctor. */
const ownVisitsDaysAgo = [38, 21, 6];
/** 07:30, before the first patient of the day, so that no two visits of a doctor overlap. */
const ownVisitMinute = 450;
/** Years of independent practice required in this jurisdiction to prescribe online. */
const yearsBeforePrescribing: Readonly<Record<string, number>> = { CN: 3 };

/**
 * Fills the days of the last weeks without visits, up to now: all of them on the first start, the days since the last one on a later start. Only
 * invented people get invented visits. Returns the number of visits.
 */
export async function writeHistory(
  db: Client,
  plan: DemoHospital,
  hospitalId: string,
  options: { words: DemoTexts; now: Date },
): Promise<number> {
  const { words, now } = options;
  const days = historyDays(plan.timeZone, now);
  const taken = await daysWithVisits(db, plan.timeZone, days[0] ?? '');
  const free = days.filter((day) => !taken.has(day));
  if (free.length === 0) return 0;

  const departmentIds = await readDepartmentIds(db);
  const doctors = await readDoctors(db, plan);
  const patients = await readPatients(db, plan);
  const invented = patients.filter(({ email }) => email.includes('@patients.'));
  const today = dayIn(plan.timeZone, now);
  const rows = noRows();
  const lastSeen = new Map<string, string>();
  const fittingByReason = new Map<DemoCase, Patient[]>();
  const fittingFor = (reason: DemoCase) => {
    const known = fittingByReason.get(reason) ?? invented.filter((patient) => fits(reason, patient, today));
    fittingByReason.set(reason, known);
    return known;
  };

  for (const day of free) {
    const random = createRandom(`${plan.slug} ${day}`);
    const midnight = endOfDay(plan.timeZone, shiftDay(day, -1)).getTime();
    const at = (minute: number) => new Date(midnight + Math.round(minute * 60) * 1000);
    const write = (visit: SimulatedVisit<Doctor>, patient: Patient, reason: DemoCase) => {
      const departmentId = departmentIds.get(visit.department);
      if (!departmentId || at(visit.ended) >= now) return;
      lastSeen.set(patient.id, day);
      const past = { ...pastVisit(plan, visit, at), hospitalId, departmentId, patient, reason };
      addVisit(rows, { ...past, title: words.diagnosis(reason.code) }, random, now);
    };

    const ownVisit = ownVisitsDaysAgo.some((ago) => shiftDay(today, -ago) === day);
    if (ownVisit) writeOwnVisit(plan, doctors, patients, day, random, write);
    const { departments, visitsADay } = plan;
    const visits = simulateDay(random, { weekday: weekdayOf(day), visits: visitsADay, departments, doctors });
    rows.domain_event.push(...dutyEvents(visits, { hospitalId, day, at, now }));
    for (const visit of visits) {
      const reasons = departments.find(({ code }) => code === visit.department)?.cases ?? [];
      const reason = random.pick(reasons);
      const since = shiftDay(day, -daysBetweenVisits);
      const fitting = fittingFor(reason).filter(({ id }) => (lastSeen.get(id) ?? '') <= since);
      if (fitting.length > 0) write(visit, random.pick(fitting), reason);
    }
  }
  await insertRows(db, { ...rows });
  // A later start fills in few days, which the api counts.
  if (taken.size === 0) await countHistory(db, { id: hospitalId, timeZone: plan.timeZone }, rows.domain_event);
  return rows.visit.length;
}

/** Returns doctor and times of a simulated visit. */
function pastVisit(plan: DemoHospital, visit: SimulatedVisit<Doctor>, at: (minute: number) => Date) {
  const { id, accountId, years } = visit.doctor;
  return {
    practitioner: { id, accountId, prescribes: years >= (yearsBeforePrescribing[plan.jurisdiction] ?? 0) },
    noteLocale: plan.locale,
    noteForm: plan.noteForm,
    outcome: visit.outcome,
    createdAt: at(visit.created),
    checkedInAt: visit.checkedIn === null ? null : at(visit.checkedIn),
    admittedAt: visit.admitted === null ? null : at(visit.admitted),
    endedAt: at(visit.ended),
  };
}

function fits(reason: DemoCase, patient: Patient, day: string): boolean {
  const age = ageInYears(patient.birthDate, day);
  const [from, to] = reason.ages;
  const known = reason.course === 'acute' || patient.conditions.includes(reason.code);
  return known && age >= from && age <= to && (reason.sex === undefined || reason.sex === patient.sex);
}

function writeOwnVisit(
  plan: DemoHospital,
  doctors: readonly Doctor[],
  patients: readonly Patient[],
  day: string,
  random: Random,
  write: (visit: SimulatedVisit<Doctor>, patient: Patient, reason: DemoCase) => void,
): void {
  const emailOf = (role: string) => plan.signIns.find((signIn) => signIn.role === role)?.email;
  const doctor = doctors.find(({ email }) => email === emailOf('doctor'));
  const patient = patients.find(({ email }) => email === emailOf('patient'));
  if (!doctor || !patient) return;
  const choices = plan.departments
    .filter(({ code }) => doctor.departments.includes(code))
    .flatMap(({ code, cases }) =>
      cases.filter((entry) => fits(entry, patient, day)).map((reason) => ({ department: code, reason })),
    );
  const known = choices.filter(({ reason }) => reason.course === 'chronic');
  const { department, reason } = random.pick(known.length > 0 ? known : choices);
  const created = ownVisitMinute;
  const times = { created, checkedIn: created + 3, admitted: created + 6, ended: created + 6 + random.between(8, 13) };
  write({ department, doctor, outcome: 'completed', ...times }, patient, reason);
}

async function daysWithVisits(db: Client, timeZone: string, from: string): Promise<Set<string>> {
  const { rows } = await db.query<{ day: string }>(
    `SELECT DISTINCT (created_at AT TIME ZONE $1)::date::text AS day FROM visit
     WHERE hospital_id = current_hospital() AND created_at >= ($2::date)::timestamp AT TIME ZONE $1`,
    [timeZone, from],
  );
  return new Set(rows.map(({ day }) => day));
}

async function readPatients(db: Client, plan: DemoHospital): Promise<Patient[]> {
  const { rows } = await db.query<Patient>(
    `SELECT p.id, p.account_id AS "accountId", a.email, a.locale, p.birth_date::text AS "birthDate", p.sex,
       ARRAY (SELECT c.code FROM condition c WHERE c.patient_id = p.id AND c.retracted_at IS NULL) AS conditions
     FROM patient p JOIN account a ON a.id = p.account_id
     WHERE p.hospital_id = current_hospital() AND (a.email LIKE '%@patients.' || $1 OR a.email = ANY ($2))
     ORDER BY a.email`,
    [plan.mailDomain, plan.signIns.map(({ email }) => email)],
  );
  return rows;
}

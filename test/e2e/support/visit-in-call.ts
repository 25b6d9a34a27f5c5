import type { Browser, Page } from '@playwright/test';
import { listDoctors, readConsentText } from '../../../shared/src/directory/directory.contract.ts';
import { admitVisit, checkIn, createVisit, referOffline } from '../../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { checkInBody } from '../../support/visit-steps.ts';
import { expectPictureAndSound } from './call-stage.ts';
import { expect } from './expect.ts';
import { endWhatIsOpen } from './open-visits.ts';
import { outsider } from './outsider.ts';
import { Person, type SignedInArrival } from './person.ts';

export const hospital = 'Lakeside Clinic';

/** Requests a visit for the second hospital’s patient, without a page: other tests cover the steps before. */
export async function plannedVisit(): Promise<string> {
  await endWhatIsOpen();
  return plannedVisitOf(await outsider('lakeside', 'patient@lakeside.demo.test'));
}

/** Does the same and checks the patient in. */
export async function waitingVisit(): Promise<string> {
  await endWhatIsOpen();
  return waitingVisitOf(await outsider('lakeside', 'patient@lakeside.demo.test'));
}

/** Creates a waiting visit of any patient of that hospital without an open visit. */
export async function waitingVisitOf(patient: TestClient): Promise<string> {
  const visitId = await plannedVisitOf(patient);
  const { version } = await patient.ok(readConsentText, { query: { locale: 'en' } });
  const consent = { version, locale: 'en' as const };
  await answerDangers(patient, { visitId });
  await patient.ok(checkIn, { params: { visitId }, body: { ...checkInBody, consent } });
  return visitId;
}

async function plannedVisitOf(patient: TestClient): Promise<string> {
  const { items } = await patient.ok(listDoctors, { query: { q: 'Brunner' } });
  const [{ id: doctorId, departmentIds } = { id: '', departmentIds: [] }] = items;
  const { id } = await patient.ok(createVisit, {
    body: { departmentId: departmentIds[0] ?? '', doctorId, complaint: 'Cough for three days' },
  });
  return id;
}

/** Does the same and admits the patient. */
export async function admittedVisit(): Promise<string> {
  const visitId = await waitingVisit();
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await doctor.ok(admitVisit, { params: { visitId } });
  return visitId;
}

export async function endVisit(visitId: string): Promise<void> {
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await doctor.ok(referOffline, { params: { visitId }, body: { reason: 'Needs an examination in person.' } });
}

type Arriving = Pick<SignedInArrival, 'at' | 'locale' | 'timeouts'>;

export function patientArrives(browser: Browser, options: Arriving = {}): Promise<Person> {
  return Person.signedIn(browser, 'Patient', { device: 'phone', hospital, ...options });
}

export function doctorArrives(browser: Browser, options: Arriving = {}): Promise<Person> {
  return Person.signedIn(browser, 'Doctor', { hospital, ...options });
}

export const callPage = (visitId: string) => `/visits/${visitId}/call`;
export const benchPage = (visitId: string) => `/workbench/visits/${visitId}`;

export interface VisitInCall {
  readonly visitId: string;
  readonly patient: Person;
  readonly doctor: Person;
  readonly pages: readonly [patient: Page, doctor: Page];
}

/**
 * Starts a call of a patient on a phone and a doctor on a bench who see and hear each other.
 *
 * @param prepare runs for each of them before their pages join
 * @param ofPatient a separate browser for the patient, for faults that must not affect the doctor
 */
export async function twoInCall(
  browser: Browser,
  prepare: (person: Person) => unknown = () => undefined,
  ofPatient = browser,
): Promise<VisitInCall> {
  const [visitId, patient, doctor] = await Promise.all([
    admittedVisit(),
    patientArrives(ofPatient, { at: null }),
    doctorArrives(browser, { at: null }),
  ]);
  await Promise.all([patient, doctor].map(prepare));
  const pages = [patient.page, doctor.page] as const;
  await Promise.all([patient.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  await Promise.all(pages.map(expectPictureAndSound));
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  return { visitId, patient, doctor, pages };
}

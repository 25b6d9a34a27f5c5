import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import {
  admitVisit,
  checkIn,
  leaveVisit,
  readQueue,
  referOffline,
} from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { checkInBody, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
const open: RecordListener[] = [];
const log: string[] = [];

beforeAll(async () => {
  const destination = { write: (line: string) => void log.push(line) };
  test = await startTestApi({}, createLogger({ name: 'test', level: 'warn', destination }));
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

const listenAs = async (person: TestPerson) => {
  const listener = await listen(test.url, person.accessToken);
  open.push(listener);
  return listener;
};

describe('record socket events of a visit', () => {
  it('at check-in reach the patient, the doctor’s queue and the board', async () => {
    const president = await factory.staff(hospital, 'president');
    const visit = await plannedVisit(hospital, patient, doctor);
    const [atHome, atWork, board] = await Promise.all([patient, doctor, president].map(listenAs));
    await patient.client.ok(checkIn, { params: { visitId: visit.id }, body: checkInBody });
    expect(await atWork?.next({ entity: 'queue' })).toMatchObject({
      event: 'visit.checked-in',
      id: doctor.practitionerId,
      visitId: visit.id,
    });
    expect(await atHome?.next({ entity: 'waiting' })).toMatchObject({ id: visit.id });
    expect(await atHome?.next({ entity: 'visit' })).toMatchObject({ id: visit.id, version: 2 });
    expect(await board?.next({ entity: 'board' })).toMatchObject({ id: hospital.id });
    // Counts of earlier requests may be published only now.
    const heard = board?.short.filter((what) => !what.startsWith('figures'));
    expect(heard).toEqual([`board ${hospital.id}`]);
  });

  it('at admission reach every patient of the doctor, each for their own visit', async () => {
    const people = [patient, await factory.patient(hospital), await factory.patient(hospital)];
    const visits = [];
    for (const person of people) visits.push(await waitingVisit(hospital, person, doctor));
    const pages = await Promise.all(people.map(listenAs));
    const atWork = await listenAs(doctor);
    await doctor.client.ok(admitVisit, { params: { visitId: visits[0]?.id ?? '' } });
    await atWork.next({ entity: 'queue', event: 'visit.admitted' });
    for (const [i, page] of pages.entries()) await page.next({ entity: 'waiting', id: visits[i]?.id ?? '' });
    await pages[0]?.next({ entity: 'call' });
    await pages[0]?.next({ entity: 'inbox' });
    const admitted = visits[0]?.id;
    expect(pages[0]?.short.sort()).toEqual([
      `call ${admitted}`,
      `inbox ${patient.accountId}`,
      `visit ${admitted}`,
      `waiting ${admitted}`,
    ]);
    expect(pages[1]?.short).toEqual([`waiting ${visits[1]?.id}`]);
    expect(pages[2]?.short).toEqual([`waiting ${visits[2]?.id}`]);
  });

  it('when a patient leaves reach those behind, not those before', async () => {
    const people = [patient, await factory.patient(hospital), await factory.patient(hospital)];
    const visits = [];
    for (const person of people) {
      visits.push(await waitingVisit(hospital, person, doctor));
      test.clock.advance(1000);
    }
    const pages = await Promise.all(people.map(listenAs));
    await people[1]?.client.ok(leaveVisit, { params: { visitId: visits[1]?.id ?? '' } });
    await pages[2]?.next({ entity: 'waiting', id: visits[2]?.id ?? '', event: 'visit.left' });
    // The next change reaches the first patient too. An event about the departure would have arrived before it.
    await doctor.client.ok(admitVisit, { params: { visitId: visits[2]?.id ?? '' } });
    await pages[0]?.next({ entity: 'waiting', event: 'visit.admitted' });
    expect(pages[0]?.heard.map((change) => change.event)).toEqual(['visit.admitted']);
  });

  it('do not reach another account, another doctor or another hospital', async () => {
    const otherHospital = await factory.hospital();
    const strangers = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
      await factory.patient(otherHospital),
      await factory.doctor(otherHospital),
      await factory.staff(otherHospital, 'president'),
    ];
    const pages = await Promise.all(strangers.map(listenAs));
    const atHome = await listenAs(patient);
    const visit = await waitingVisit(hospital, patient, doctor);
    await doctor.client.ok(admitVisit, { params: { visitId: visit.id } });
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    await atHome.next({ entity: 'visit', event: 'visit.referred-offline' });
    // Makes a round trip on each stranger's own socket, so that all earlier messages have arrived.
    for (const [i, page] of pages.entries()) {
      const answer = await page.socket.emitWithAck('renew', { accessToken: strangers[i]?.accessToken ?? '' });
      expect(answer.ok).toBe(true);
      expect(page.short).toEqual([]);
    }
  });

  it('are not sent for a rolled-back transaction', async () => {
    const visit = await plannedVisit(hospital, patient, doctor);
    const atHome = await listenAs(patient);
    const consent = { version: 'old', locale: 'en' as const };
    const refused = await patient.client.call(checkIn, {
      params: { visitId: visit.id },
      body: { ...checkInBody, consent },
    });
    expect(refused.problem.code).toBe('visit.consent-outdated');
    await atHome.socket.emitWithAck('renew', { accessToken: patient.accessToken });
    expect(atHome.short).toEqual([]);
  });
});

describe('the presence of a patient', () => {
  it('refreshes the queue of their doctor only', async () => {
    const colleague = await factory.doctor(hospital, '同事');
    await waitingVisit(hospital, patient, doctor);
    const [atWork, elsewhere] = [await listenAs(doctor), await listenAs(colleague)];
    const presence = { entity: 'queue', event: 'patient.presence-changed' } as const;
    const page = await listenAs(patient);
    const second = await listenAs(patient);
    expect(await atWork.next(presence)).toMatchObject({ id: patient.patientId });
    atWork.forget();
    second.close();
    page.close();
    await atWork.next(presence);
    // One event for the first page and one for the last, not one for each page.
    expect(atWork.heard).toHaveLength(1);
    expect(elsewhere.heard).toEqual([]);
  });

  it('is published as soon as the database accepts it after a failure', async () => {
    await waitingVisit(hospital, patient, doctor);
    const atWork = await listenAs(doctor);
    const presence = { entity: 'queue', event: 'patient.presence-changed' } as const;
    const page = await listenAs(patient);
    await atWork.next(presence);
    const online = async () => (await doctor.client.ok(readQueue, {})).waiting.map((entry) => entry.patientOnline);
    expect(await online()).toEqual([true]);
    atWork.forget();
    const { admin } = test.database;
    await admin.query('ALTER TABLE open_page RENAME TO open_page_lost');
    page.close();
    await expect.poll(() => log.join()).toContain('presence update failed');
    await admin.query('ALTER TABLE open_page_lost RENAME TO open_page');
    await atWork.next(presence);
    expect(await online()).toEqual([false]);
  });
});

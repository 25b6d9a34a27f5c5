import type { QueryResult } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disableStaffMember } from '../../../shared/src/directory/staff.contract.ts';
import { readQueue } from '../../../shared/src/visits/visits.contract.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

/** Receives all requests. */
let first: ApiProcess;
/** The process that pages may be connected to. */
let second: ApiProcess;
let hospital: TestHospital;
let factory: Factory;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
const open: RecordListener[] = [];

beforeAll(async () => {
  first = await ApiProcess.start();
  second = await first.startBeside();
  factory = new Factory(first);
}, 180_000);
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(async () => {
  await second.kill();
  await first.close();
});
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

async function pageAt(process: ApiProcess, { accessToken }: TestPerson): Promise<RecordListener> {
  const listener = await listen(process.url, accessToken);
  open.push(listener);
  return listener;
}
const sql = async (text: string, values: unknown[] = []) =>
  (await first.database.admin.query<Record<string, unknown>>(text, values)).rows;
const seenBy = async (process: ApiProcess) => {
  const { waiting } = await new TestClient(process.url, doctor.accessToken).ok(readQueue);
  return waiting.map(({ patientOnline }) => patientOnline);
};
const processesOf = (person: TestPerson) =>
  sql('SELECT process_id FROM open_page WHERE account_id = $1', [person.accountId]);
const busConnections = () =>
  sql(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'yunzhen-api-line' AND datname = current_database()`);
const breakBus = () =>
  sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'yunzhen-api-line' AND datname = current_database()`);
const unseen = () =>
  sql('SELECT unseen_since FROM practitioner_presence WHERE practitioner_id = $1 AND unseen_since IS NOT NULL', [
    doctor.practitionerId,
  ]);

describe('pages of two api processes', () => {
  it('receive changes made in the other process', async () => {
    const [bench, own] = [await pageAt(second, doctor), await pageAt(first, doctor)];
    await waitingVisit(hospital, patient, doctor);
    for (const page of [bench, own]) await page.next({ entity: 'queue', id: doctor.practitionerId });
  });

  it('are present for both processes until the last one is closed', async () => {
    await waitingVisit(hospital, patient, doctor);
    const bench = await pageAt(first, doctor);
    const [one, other] = [await pageAt(second, patient), await pageAt(first, patient)];
    await bench.next({ event: 'patient.presence-changed' });
    await expect.poll(() => processesOf(patient)).toHaveLength(2);
    expect([await seenBy(first), await seenBy(second)]).toEqual([[true], [true]]);
    other.close();
    await expect.poll(() => processesOf(patient)).toHaveLength(1);
    expect(await seenBy(first)).toEqual([true]);
    // Of each page that opened, and of the one that closed: none of them may be taken for that of the last page.
    const events = () => bench.heard.filter(({ event }) => event === 'patient.presence-changed');
    await expect.poll(events).toHaveLength(3);
    bench.forget();
    one.close();
    await bench.next({ event: 'patient.presence-changed' });
    expect([await seenBy(first), await seenBy(second)]).toEqual([[false], [false]]);
  });

  it('that open and close at once leave the presence correct', async () => {
    await waitingVisit(hospital, patient, doctor);
    for (const stays of [first, second]) {
      const leavingPage = await pageAt(stays === first ? second : first, patient);
      await expect.poll(() => processesOf(patient)).toHaveLength(1);
      const arrivingPage = pageAt(stays, patient);
      leavingPage.close();
      const page = await arrivingPage;
      await expect.poll(() => seenBy(first)).toEqual([true]);
      await expect.poll(() => processesOf(patient)).toHaveLength(1);
      page.close();
      await expect.poll(() => seenBy(first)).toEqual([false]);
    }
  });

  it('of a doctor who moved to the other process keep the doctor present', async () => {
    const before = await pageAt(first, doctor);
    await pageAt(second, doctor);
    await expect.poll(() => processesOf(doctor)).toHaveLength(2);
    before.close();
    await expect.poll(() => processesOf(doctor)).toHaveLength(1);
    expect(await unseen()).toEqual([]);
    open.pop()?.close();
    await expect.poll(unseen).toHaveLength(1);
  });

  it('close when their session is ended in the other process', async () => {
    const page = await pageAt(second, doctor);
    const ended = new Promise<string>((done) => page.socket.once('session-ended', ({ reason }) => done(reason)));
    const closed = new Promise<void>((done) => page.socket.once('disconnect', () => done()));
    const administrator = await factory.staff(hospital, 'administrator');
    await administrator.client.ok(disableStaffMember, { params: { accountId: doctor.accountId } });
    expect(await ended).toBe('signed-out');
    await closed;
  });
});

describe('a broken bus between two processes', () => {
  it('disconnects no page and delivers what was committed during the interruption', async () => {
    const page = await pageAt(second, doctor);
    await breakBus();
    await waitingVisit(hospital, patient, doctor);
    await page.next({ entity: 'queue', id: doctor.practitionerId });
    await expect.poll(busConnections).toHaveLength(2);
    expect(page.socket.connected).toBe(true);
    expect(page.covered.map(({ whole }) => whole)).not.toContain(false);
  });

  it('lets a process that was presumed dead store its presence again', async () => {
    await waitingVisit(hospital, patient, doctor);
    await pageAt(second, patient);
    await expect.poll(() => processesOf(patient)).toHaveLength(1);
    // In one transaction: the next heartbeat stores the presence again.
    const [, after] = (await first.database.admin.query(
      `DELETE FROM api_process; SELECT 1 FROM open_page WHERE account_id = '${patient.accountId}'`,
    )) as unknown as QueryResult[];
    expect(after?.rows).toEqual([]);
    await expect.poll(() => seenBy(first)).toEqual([true]);
  });
});

describe('a process that crashes', () => {
  it('is removed with its presence after its heartbeat stops', async () => {
    await waitingVisit(hospital, patient, doctor);
    const third = await first.startBeside();
    await pageAt(third, patient);
    await expect.poll(() => processesOf(patient)).toHaveLength(1);
    const [page] = await processesOf(patient);
    await third.kill();
    expect(await seenBy(first)).toEqual([true]);
    const silent = (seconds: number) =>
      sql(`UPDATE api_process SET beat_at = now() - $2 * interval '1 second' WHERE id = $1`, [
        page?.process_id,
        seconds,
      ]);
    await silent(16);
    expect(await seenBy(first)).toEqual([false]);
    await silent(61);
    await expect.poll(() => processesOf(patient)).toEqual([]);
  }, 180_000);
});

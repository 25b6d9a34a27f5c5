import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdCall } from '../../../shared/src/calls/conduct.contract.ts';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { readLiveBoard } from '../../../shared/src/metrics/metrics.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { readNote, saveNote } from '../../../shared/src/chart/notes.contract.ts';
import { disableStaffMember, enableStaffMember, setStaffRoles } from '../../../shared/src/directory/staff.contract.ts';
import { declineTransfer, transferVisit } from '../../../shared/src/visits/transfers.contract.ts';
import {
  admitVisit,
  checkIn,
  leaveVisit,
  readQueue,
  readVisit,
  readWaiting,
  type Visit,
} from '../../../shared/src/visits/visits.contract.ts';
import type { TestPerson } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, checkInBody, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, forgetNodes, NodeEar, NodeVoice } from '../calls/media-nodes.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let office: Office;
let doctor: Doctor;
let colleague: Doctor;
let ear: NodeEar;
let node: NodeVoice;

beforeAll(async () => {
  test = await startTestApi();
  ear = await NodeEar.open(test.settings.NODE_SECRET);
});
afterAll(async () => {
  await ear.close();
  await test.close();
});
beforeEach(async () => {
  await forgetNodes(test);
  office = await Office.open(test);
  doctor = await office.factory.doctor(office.hospital, '王芳');
  colleague = await office.factory.doctor(office.hospital, '赵敏');
  node = new NodeVoice(test, 'node-a');
  node.ear = ear;
  await node.beat();
});

const params = ({ id }: Pick<Visit, 'id'>) => ({ visitId: id });
const newPatient = () => office.factory.patient(office.hospital);
const close = (person: TestPerson) =>
  office.administrator.client.ok(disableStaffMember, { params: { accountId: person.accountId } });
const sweep = () => runJob(test, office.hospital.id, 'tend-waiting-rooms');
const duty = (of: TestPerson, onDuty: boolean) => of.client.ok(setDuty, { body: { onDuty } });
const queueOf = async (of: TestPerson) => {
  const { waiting, inProgress } = await of.client.ok(readQueue);
  return { waiting: waiting.map(({ visit }) => visit.id), inProgress: inProgress.map(({ visit }) => visit.id) };
};
const board = async () => {
  const president = await office.factory.staff(office.hospital, 'president');
  return president.client.ok(readLiveBoard);
};
const notificationsOf = async (person: TestPerson) =>
  (await person.client.ok(listNotifications, { query: { locale: 'en' } })).items.map(({ template }) => template);

describe('a doctor whose account is closed', () => {
  it('hands every waiting patient to the next free doctor in order of time and notifies them', async () => {
    const [first, second] = [await newPatient(), await newPatient()];
    const visit = await waitingVisit(office.hospital, first, doctor);
    test.clock.advance(1000);
    const own = await waitingVisit(office.hospital, second, colleague);
    await close(doctor);
    await expect.poll(() => queueOf(colleague)).toEqual({ waiting: [visit.id, own.id], inProgress: [] });
    expect(await first.client.ok(readWaiting, { params: params(visit) })).toMatchObject({
      position: 1,
      handedOverBy: { id: doctor.practitionerId },
    });
    expect(await notificationsOf(first)).toEqual(['visit.handed-over']);
    expect(await notificationsOf(second)).toEqual([]);
    expect(await notificationsOf(colleague)).toEqual(['staff.visit-came-over']);
    const moved = (await trailOf(test, visit.id)).filter(({ action }) => action === 'visit.transferred');
    expect(moved).toMatchObject([{ details: { from: doctor.practitionerId, to: colleague.practitionerId } }]);
    // A transfer from a closed account cannot be declined.
    const declined = await colleague.client.call(declineTransfer, { params: params(visit), body: { reason: '不行' } });
    expect(declined).toMatchObject({ status: 409, problem: { code: 'visit.transition-refused' } });
  });

  it('hands a visit in progress on hold to a colleague, with the note, and is removed from the call', async () => {
    const patient = await newPatient();
    const visit = await admittedVisit(office.hospital, patient, doctor);
    await beatOn();
    for (const person of [patient, doctor]) await person.client.ok(issueCallTicket, { params: params(visit) });
    const content = { subjective: '咽痛', objective: '', assessment: '', plan: '' };
    await doctor.client.ok(saveNote, { params: params(visit), version: 0, body: content });
    await close(doctor);
    const order = await ear.next((each) => each.visitId === visit.id && each.room?.phase === 'held');
    expect(order.removed).toEqual([doctor.accountId]);
    expect(await queueOf(colleague)).toEqual({ waiting: [], inProgress: [visit.id] });
    expect(await colleague.client.ok(readNote, { params: params(visit) })).toMatchObject({ content });
    expect(await notificationsOf(patient)).toContain('visit.handed-over');
    await colleague.client.ok(holdCall, { params: params(visit), body: { held: false } });
    await beatOn();
    expect(await patient.client.ok(issueCallTicket, { params: params(visit) })).toMatchObject({ phase: 'open' });
    // After reopening, the account does not get its patient back.
    await office.administrator.client.ok(enableStaffMember, { params: { accountId: doctor.accountId } });
    const back = await office.factory.unconfirmedSession(doctor);
    expect((await back.client.call(readVisit, { params: params(visit) })).status).toBe(404);
  });

  it('hands over a patient who prepares a visit, too', async () => {
    const patient = await newPatient();
    const visit = await plannedVisit(office.hospital, patient, doctor);
    await close(doctor);
    await expect
      .poll(async () => (await patient.client.ok(readVisit, { params: params(visit) })).doctor.id)
      .toBe(colleague.practitionerId);
    await patient.client.ok(checkIn, { params: params(visit), body: checkInBody });
    expect((await queueOf(colleague)).waiting).toEqual([visit.id]);
  });

  it('without a colleague on duty, the waiting patient is notified once, keeps the position and goes to the next doctor', async () => {
    await duty(colleague, false);
    const patient = await newPatient();
    const visit = await waitingVisit(office.hospital, patient, doctor);
    await close(doctor);
    await expect.poll(() => notificationsOf(patient)).toEqual(['visit.doctor-gone']);
    await sweep();
    expect(await notificationsOf(patient)).toEqual(['visit.doctor-gone']);
    expect((await queueOf(colleague)).waiting).toEqual([]);
    await duty(colleague, true);
    await sweep();
    expect((await queueOf(colleague)).waiting).toEqual([visit.id]);
    expect(await notificationsOf(patient)).toEqual(['visit.handed-over', 'visit.doctor-gone']);
  });

  it('without a colleague on duty, a patient in consultation waits again after a minute at the old position and may leave', async () => {
    await duty(colleague, false);
    const [patient, second] = [await newPatient(), await newPatient()];
    const visit = await admittedVisit(office.hospital, patient, doctor);
    test.clock.advance(1000);
    const behind = await waitingVisit(office.hospital, second, doctor);
    await beatOn();
    for (const person of [patient, doctor]) await person.client.ok(issueCallTicket, { params: params(visit) });
    await close(doctor);
    await expect.poll(() => notificationsOf(patient)).toContain('visit.doctor-gone');
    expect((await patient.client.ok(readVisit, { params: params(visit) })).status).toBe('in-progress');
    // Each of the two visits is handled in a transaction of its own.
    await expect.poll(board).toMatchObject({ stranded: 2, waitingNow: 1 });
    test.clock.advance(61_000);
    await Promise.all([sweep(), sweep()]);
    const order = await ear.next((each) => each.visitId === visit.id && each.room?.phase === 'waiting');
    expect(order.room?.phase).toBe('waiting');
    const now = await patient.client.ok(readWaiting, { params: params(visit) });
    expect(now).toMatchObject({ status: 'waiting', position: 1, doctorLeft: true, doctorOnDuty: false });
    expect((await second.client.ok(readWaiting, { params: params(behind) })).position).toBe(2);
    expect((await notificationsOf(patient)).filter((each) => each === 'visit.back-in-queue')).toHaveLength(1);
    expect((await trailOf(test, visit.id)).map(({ action }) => action)).toContain('visit.returned-to-queue');
    expect(await board()).toMatchObject({ stranded: 2, waitingNow: 2 });
    // The doctor who comes on duty gets both in their order; the patient who is admitted again is in consultation.
    await duty(colleague, true);
    await sweep();
    expect((await queueOf(colleague)).waiting).toEqual([visit.id, behind.id]);
    expect(await board()).toMatchObject({ stranded: 0 });
    await node.beat();
    await colleague.client.ok(admitVisit, { params: params(visit) });
    expect(await patient.client.ok(issueCallTicket, { params: params(visit) })).toMatchObject({ phase: 'open' });
    // The other patient leaves.
    await second.client.ok(leaveVisit, { params: params(behind) });
    expect((await queueOf(colleague)).waiting).toEqual([]);
  });

  it('and reopened before a colleague was free keeps their patients', async () => {
    await duty(colleague, false);
    const patient = await newPatient();
    const visit = await admittedVisit(office.hospital, patient, doctor);
    await close(doctor);
    await expect.poll(() => notificationsOf(patient)).toContain('visit.doctor-gone');
    await office.administrator.client.ok(enableStaffMember, { params: { accountId: doctor.accountId } });
    await duty(colleague, true);
    await sweep();
    const back = await office.factory.unconfirmedSession(doctor);
    expect((await queueOf(back)).inProgress).toEqual([visit.id]);
    await beatOn();
    expect(await back.client.ok(issueCallTicket, { params: params(visit) })).toMatchObject({ phase: 'open' });
  });
});

describe('two doctors of a department who are closed at once', () => {
  it('hand all their patients to the third, including a visit that had just been transferred', async () => {
    const third = await office.factory.doctor(office.hospital, '孙涛');
    const patients = await Promise.all([0, 1, 2].map(newPatient));
    const [one, two, handed] = await Promise.all(
      patients.map((patient, at) => waitingVisit(office.hospital, patient, at === 1 ? colleague : doctor)),
    );
    const to = { doctorId: colleague.practitionerId, departmentId: office.hospital.departmentId, reason: '会诊' };
    await doctor.client.ok(transferVisit, { params: params(handed ?? { id: '' }), body: to });
    await Promise.all([close(doctor), close(colleague)]);
    const all = [one, two, handed].map((visit) => visit?.id).sort();
    await expect.poll(async () => (await queueOf(third)).waiting.sort()).toEqual(all);
  });
});

describe('a doctor who is made president', () => {
  it('hands waiting patients to a colleague', async () => {
    const patient = await newPatient();
    const visit = await waitingVisit(office.hospital, patient, doctor);
    const of = { params: { accountId: doctor.accountId }, version: 1 };
    await office.administrator.client.ok(setStaffRoles, { ...of, body: { roles: ['president'] } });
    await expect.poll(async () => (await queueOf(colleague)).waiting).toEqual([visit.id]);
  });
});

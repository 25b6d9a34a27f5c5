import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdCall } from '../../../shared/src/calls/conduct.contract.ts';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { readChart } from '../../../shared/src/chart/chart.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { readNote, saveNote } from '../../../shared/src/chart/notes.contract.ts';
import { createPrescription, readPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { declineTransfer, transferVisit } from '../../../shared/src/visits/transfers.contract.ts';
import { startPause } from '../../../shared/src/visits/pauses.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import {
  admitVisit,
  leaveVisit,
  readQueue,
  readVisit,
  readWaiting,
  referOffline,
  type Visit,
} from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, forgetNodes, NodeEar, NodeVoice } from '../calls/media-nodes.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: Doctor;
let colleague: Doctor;
let third: Doctor;
let patient: TestPerson & { patientId: string };
let ear: NodeEar;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  ear = await NodeEar.open(test.settings.NODE_SECRET);
});
afterAll(async () => {
  await ear.close();
  await test.close();
});
beforeEach(async () => {
  await forgetNodes(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital, '王芳');
  colleague = await factory.doctor(hospital, '赵敏');
  third = await factory.doctor(hospital, '孙涛');
  patient = await factory.patient(hospital);
  const node = new NodeVoice(test, 'node-a');
  node.ear = ear;
  await node.beat();
});

const params = (visit: Pick<Visit, 'id'>) => ({ visitId: visit.id });
const handOver = (visit: Pick<Visit, 'id'>, to = colleague, by = doctor, departmentId = hospital.departmentId) =>
  by.client.call(transferVisit, {
    params: params(visit),
    body: { doctorId: to.practitionerId, departmentId, reason: '需要会诊' },
  });
const decline = (visit: Pick<Visit, 'id'>, by = colleague) =>
  by.client.call(declineTransfer, { params: params(visit), body: { reason: '不是我的专业' } });
const waitingOf = async (of: Doctor) => (await of.client.ok(readQueue)).waiting;
const codeOf = async (answer: Promise<{ status: number; problem: { code: string } }>) => {
  const { status, problem } = await answer;
  return status === 200 ? 'done' : problem.code;
};
const transfers = async (visit: Pick<Visit, 'id'>) =>
  (
    await test.database.admin.query<{ to_practitioner_id: string; status: string }>(
      'SELECT to_practitioner_id, status FROM visit_transfer WHERE visit_id = $1 ORDER BY at',
      [visit.id],
    )
  ).rows;

describe('transferring a visit', () => {
  it('moves it to the colleague’s queue by its time and is published to everyone concerned', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    test.clock.advance(1000);
    const later = await waitingVisit(hospital, await factory.patient(hospital), colleague);
    const [sick, next] = [await listen(test.url, patient.accessToken), await listen(test.url, colleague.accessToken)];
    const answer = await handOver(visit);
    expect(answer.value).toMatchObject({ visitId: visit.id, doctor: { id: colleague.practitionerId } });
    await sick.next({ entity: 'waiting', id: visit.id, event: 'visit.transferred' });
    await next.next({ entity: 'queue', id: colleague.practitionerId });
    sick.close();
    next.close();
    expect(await waitingOf(doctor)).toEqual([]);
    const queue = await waitingOf(colleague);
    // The patient with the longer wait comes first, whatever queue they came from.
    expect(queue.map((entry) => entry.visit.id)).toEqual([visit.id, later.id]);
    expect(queue[0]?.transfer).toMatchObject({
      status: 'open',
      reason: '需要会诊',
      from: { id: doctor.practitionerId },
    });
    expect(queue[1]?.transfer).toBeNull();
    expect(await patient.client.ok(readWaiting, { params: params(visit) })).toMatchObject({
      position: 1,
      handedOverBy: { id: doctor.practitionerId },
    });
    const inboxOf = async (person: TestPerson) =>
      (await person.client.ok(listNotifications, { query: { locale: 'en' } })).items.map(({ template }) => template);
    expect(await inboxOf(patient)).toEqual(['visit.handed-over']);
    expect(await inboxOf(colleague)).toEqual(['staff.visit-handed-over']);
  });

  it('opens the chart for the colleague and closes it for the first doctor, both audited', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const chart = (by: Doctor) => by.client.call(readChart, { params: { patientId: patient.patientId } });
    expect([(await chart(doctor)).status, (await chart(colleague)).status]).toEqual([200, 404]);
    await handOver(visit);
    expect([(await chart(doctor)).status, (await chart(colleague)).status]).toEqual([404, 200]);
    expect((await doctor.client.call(readVisit, { params: params(visit) })).status).toBe(404);
    expect((await doctor.client.call(readNote, { params: params(visit) })).status).toBe(404);
    expect((await doctor.client.call(admitVisit, { params: params(visit) })).status).toBe(404);
    const [moved] = (await trailOf(test, visit.id)).filter(({ action }) => action === 'visit.transferred');
    expect(moved).toMatchObject({
      patient_id: patient.patientId,
      details: { from: doctor.practitionerId, to: colleague.practitionerId },
    });
  });

  it('of a patient on hold keeps the hold, removes the first doctor from the call and admits the new one', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await beatOn();
    for (const person of [patient, doctor]) await person.client.ok(issueCallTicket, { params: params(visit) });
    expect(await codeOf(handOver(visit))).toBe('visit.transition-refused');
    await doctor.client.ok(holdCall, { params: params(visit), body: { held: true } });
    await doctor.client.ok(saveNote, {
      params: params(visit),
      version: 0,
      body: { subjective: '咽痛', objective: '', assessment: '', plan: '' },
    });
    const draft = await doctor.client.ok(createPrescription, { params: params(visit) });
    expect((await handOver(visit)).status).toBe(200);
    const order = await ear.next((each) => each.visitId === visit.id && each.removed.includes(doctor.accountId));
    expect(order).toMatchObject({ room: { phase: 'held' }, removed: [doctor.accountId] });
    expect((await doctor.client.call(issueCallTicket, { params: params(visit) })).status).toBe(404);
    await beatOn();
    expect(await colleague.client.ok(issueCallTicket, { params: params(visit) })).toMatchObject({ phase: 'held' });
    // The colleague continues the first doctor’s note under their own name.
    expect(await colleague.client.ok(readNote, { params: params(visit) })).toMatchObject({
      version: 1,
      content: { subjective: '咽痛' },
    });
    const begun = { params: { prescriptionId: draft.id } };
    expect((await doctor.client.call(readPrescription, begun)).status).toBe(404);
    expect((await colleague.client.ok(readPrescription, begun)).version).toBe(draft.version + 1);
    await colleague.client.ok(holdCall, { params: params(visit), body: { held: false } });
    expect(await transfers(visit)).toMatchObject([{ status: 'taken' }]);
    expect(await codeOf(decline(visit))).toBe('visit.transition-refused');
  });

  it('is rejected for a colleague off duty, on pause, without licence or of another department', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const set = (sql: string) =>
      test.database.admin.query(`UPDATE practitioner SET ${sql} WHERE id = $1`, [colleague.practitionerId]);
    await set('on_duty = false');
    expect(await codeOf(handOver(visit))).toBe('visit.colleague-unavailable');
    await set(`on_duty = true, licence_valid_until = '2020-01-01'`);
    expect(await codeOf(handOver(visit))).toBe('visit.colleague-unavailable');
    await set(`licence_valid_until = '2035-01-01'`);
    await third.client.ok(startPause, { body: { minutes: 10, reason: '' } });
    expect(await codeOf(handOver(visit, third))).toBe('visit.colleague-unavailable');
    const { departmentId } = await factory.hospital();
    expect(await codeOf(handOver(visit, colleague, doctor, departmentId))).toBe('resource.not-found');
    await test.database.admin.query('DELETE FROM practitioner_department WHERE practitioner_id = $1', [
      colleague.practitionerId,
    ]);
    expect(await codeOf(handOver(visit))).toBe('validation.failed');
    expect(await codeOf(handOver(visit, doctor))).toBe('validation.failed');
    expect(await transfers(visit)).toEqual([]);
  });

  it('is rejected to another hospital, by another doctor and before check-in', async () => {
    const elsewhere = await factory.hospital();
    const stranger = await factory.doctor(elsewhere);
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await codeOf(handOver(visit, stranger))).toBe('resource.not-found');
    expect(await codeOf(handOver(visit, third, stranger))).toBe('resource.not-found');
    expect(await codeOf(handOver(visit, third, colleague))).toBe('resource.not-found');
    expect(
      (
        await patient.client.call(transferVisit, {
          params: params(visit),
          body: { doctorId: third.practitionerId, departmentId: hospital.departmentId, reason: 'x' },
        })
      ).problem.code,
    ).toBe('auth.forbidden');
    const planned = await plannedVisit(hospital, await factory.patient(hospital), doctor);
    expect(await codeOf(handOver(planned))).toBe('visit.transition-refused');
  });
});

describe('declining a transfer', () => {
  it('returns the patient to the first doctor with the reason, in the position by time', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await handOver(visit);
    const page = await listen(test.url, doctor.accessToken);
    expect((await decline(visit)).value.doctor.id).toBe(doctor.practitionerId);
    await page.next({ entity: 'queue', id: doctor.practitionerId, event: 'visit.transfer-declined' });
    page.close();
    expect(await waitingOf(colleague)).toEqual([]);
    expect((await waitingOf(doctor))[0]).toMatchObject({
      visit: { id: visit.id },
      transfer: { status: 'declined', declineReason: '不是我的专业', to: { id: colleague.practitionerId } },
    });
    const notifications = await doctor.client.ok(listNotifications, { query: {} });
    expect(notifications.items.map(({ template }) => template)).toEqual(['staff.visit-given-back']);
    expect((await patient.client.ok(readWaiting, { params: params(visit) })).handedOverBy).toBeNull();
    // The visit can be transferred again, to another colleague.
    expect((await handOver(visit, third)).status).toBe(200);
  });

  it('is allowed to the receiving doctor until the visit is taken up', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await codeOf(decline(visit, doctor))).toBe('visit.transition-refused');
    await handOver(visit);
    expect(await codeOf(decline(visit, doctor))).toBe('resource.not-found');
    expect(await codeOf(decline(visit, third))).toBe('resource.not-found');
    await colleague.client.ok(admitVisit, { params: params(visit) });
    expect(await codeOf(decline(visit))).toBe('visit.transition-refused');
  });

  it('by two simultaneous clicks happens once', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await handOver(visit);
    const codes = await Promise.all([codeOf(decline(visit)), codeOf(decline(visit))]);
    expect(codes.sort()).toEqual(['done', 'resource.not-found']);
    expect(await transfers(visit)).toMatchObject([{ status: 'declined' }]);
  });
});

describe('simultaneous transfers', () => {
  it('to two colleagues end with one of them', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const codes = await Promise.all([codeOf(handOver(visit, colleague)), codeOf(handOver(visit, third))]);
    expect(codes.toSorted()).toEqual(['done', 'resource.not-found']);
    const [one, ...more] = await transfers(visit);
    expect(more).toEqual([]);
    const winner = codes[0] === 'done' ? colleague : third;
    expect(one?.to_practitioner_id).toBe(winner.practitionerId);
    expect((await waitingOf(winner)).map((entry) => entry.visit.id)).toEqual([visit.id]);
  });

  it('in a race with an admission end in exactly one of the two', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const [moved, admitted] = await Promise.all([
      codeOf(handOver(visit)),
      codeOf(doctor.client.call(admitVisit, { params: params(visit) })),
    ]);
    if (moved === 'done') expect(admitted).toBe('resource.not-found');
    else expect([moved, admitted]).toEqual(['visit.transition-refused', 'done']);
    const { doctor: now, status } = await patient.client.ok(readVisit, { params: params(visit) });
    expect([now.id, status]).toEqual(
      moved === 'done' ? [colleague.practitionerId, 'waiting'] : [doctor.practitionerId, 'in-progress'],
    );
  });

  it('in a race with the patient’s leaving reject the later one', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const [moved, left] = await Promise.all([
      codeOf(handOver(visit)),
      codeOf(patient.client.call(leaveVisit, { params: params(visit) })),
    ]);
    expect(left).toBe('done');
    expect(['done', 'visit.transition-refused']).toContain(moved);
    expect((await patient.client.ok(readVisit, { params: params(visit) })).status).toBe('left');
    expect([...(await waitingOf(doctor)), ...(await waitingOf(colleague))]).toEqual([]);
  });

  it('from hold in a race with the end of the visit end in exactly one of the two', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(holdCall, { params: params(visit), body: { held: true } });
    const codes = await Promise.all([
      codeOf(handOver(visit)),
      codeOf(doctor.client.call(referOffline, { params: params(visit), body: { reason: 'x' } })),
    ]);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(await transfers(visit)).toHaveLength(codes[0] === 'done' ? 1 : 0);
  });

  it('to a colleague who goes off duty or on pause are rejected afterwards', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const [moved] = await Promise.all([
      codeOf(handOver(visit)),
      colleague.client.ok(setDuty, { body: { onDuty: false } }),
    ]);
    expect(['done', 'visit.colleague-unavailable']).toContain(moved);
    expect(await codeOf(handOver(visit, colleague, moved === 'done' ? colleague : doctor))).not.toBe('done');
  });
});

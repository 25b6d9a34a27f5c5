import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { markRead } from '../../../shared/src/chat/chat.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { listWork } from '../../../shared/src/visits/worklist.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { history, said, send, setChatDays, upload } from './chat-steps.ts';
import { photo } from './sample-files.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const later = (person: TestPerson): TestPerson => {
  const client = factory.clientOf(person);
  return { ...person, client, accessToken: client.accessToken ?? '' };
};
const end = async () =>
  new Date(
    (await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } })).endedAt ?? '',
  ).getTime();
const chatDays = (days: number) => setChatDays(factory, hospital, days);
const inbox = async (person: TestPerson) =>
  (await later(person).client.ok(listNotifications)).items.filter(({ template }) => template === 'chat.message');
const unread = async (person: TestPerson) =>
  (await later(person).client.ok(listWork, { query: { kind: 'chat' } })).items;

describe('the chat after a visit', () => {
  it('stays open for the hospital’s number of days, shows the end, and closes to the second for text and files', async () => {
    await chatDays(2);
    test.clock.stop();
    onTestFinished(() => test.clock.start());
    const ended = await end();
    const until = new Date(ended + 2 * DAY_MS);
    expect(await history(patient, visit.id)).toMatchObject({ writable: true, writableUntil: until.toISOString() });
    await said(patient, visit.id, 'Since yesterday it is better');
    test.clock.advance(until.getTime() - test.clock.now().getTime() - 5_000);
    await said(later(doctor), visit.id, 'Good');
    test.clock.advance(5_000);
    const [late, lateDoctor] = [later(patient), later(doctor)];
    for (const person of [late, lateDoctor])
      expect((await send(person, visit.id, 'too late')).problem.code).toBe('chat.closed');
    expect((await upload(test, late, visit.id, await photo())).problem.code).toBe('chat.closed');
    expect(await history(late, visit.id)).toMatchObject({
      last: 2,
      writable: false,
      writableUntil: until.toISOString(),
    });
  });

  it('follows a later change of the setting, also for visits that have ended', async () => {
    await end();
    await chatDays(0);
    expect((await send(patient, visit.id, 'hello')).problem.code).toBe('chat.closed');
    await chatDays(30);
    await said(patient, visit.id, 'hello');
  });

  it('notifies the other side once about unread messages, and not when they are read at once', async () => {
    await said(patient, visit.id, 'in the visit');
    await end();
    await said(patient, visit.id, 'one');
    await doctor.client.ok(markRead, { params: { visitId: visit.id }, body: { sequence: 2 } });
    test.clock.advance(61_000);
    expect(await inbox(doctor)).toEqual([]);
    for (const text of ['two', 'three']) await said(later(patient), visit.id, text);
    expect(await inbox(doctor)).toEqual([]);
    test.clock.advance(61_000);
    expect(await inbox(doctor)).toMatchObject([{ link: `/workbench/visits/${visit.id}` }]);
    await said(later(doctor), visit.id, 'answer');
    test.clock.advance(61_000);
    expect(await inbox(patient)).toMatchObject([{ link: `/visits/${visit.id}` }]);
    expect(await inbox(doctor)).toHaveLength(1);
  });

  it('is listed in its doctor’s worklist until it is read, and in no other doctor’s', async () => {
    const colleague = await factory.doctor(hospital);
    expect(await unread(doctor)).toEqual([]);
    await said(patient, visit.id, 'a');
    await said(patient, visit.id, 'b');
    await end();
    expect(await unread(doctor)).toMatchObject([{ visitId: visit.id, count: 2, patient: { name: '李伟' } }]);
    expect(await unread(colleague)).toEqual([]);
    await later(doctor).client.ok(markRead, { params: { visitId: visit.id }, body: { sequence: 2 } });
    expect(await unread(doctor)).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markRead } from '../../../shared/src/chat/chat.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { history, said, send, setChatDays } from './chat-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const seen = (person: TestPerson, sequence: number) =>
  person.client.call(markRead, { params: { visitId: visit.id }, body: { sequence } });
const chatDays = (days: number) => setChatDays(factory, hospital, days);
const texts = async (person: TestPerson, query = {}) =>
  (await history(person, visit.id, query)).items.map(({ sequence, text }) => [sequence, text]);
const actions = async (action: string) => (await trailOf(test, visit.id)).filter((entry) => entry.action === action);

describe('chat messages', () => {
  it('have one order for both sides and are published without their text', async () => {
    const [atHome, atWork] = [await listen(test.url, patient.accessToken), await listen(test.url, doctor.accessToken)];
    const first = await said(patient, visit.id, '  夜里咳得厉害 👩🏽‍⚕️\nand more  ');
    expect(first).toMatchObject({
      sequence: 1,
      text: '夜里咳得厉害 👩🏽‍⚕️\nand more',
      author: { accountId: patient.accountId, role: 'patient', name: '李伟', nameLatin: 'Li Wei' },
      attachments: [],
    });
    await said(doctor, visit.id, 'Since when?');
    for (const page of [atHome, atWork]) {
      const change = await page.next({ event: 'chat.message-sent', entity: 'chat', id: visit.id });
      expect(change).toMatchObject({ visitId: visit.id, version: 1 });
      expect(JSON.stringify(page.heard)).not.toContain('咳');
    }
    const mine = await history(patient, visit.id);
    expect(mine).toMatchObject({ you: 'patient', last: 2, writable: true, read: { patient: 1, doctor: 0 } });
    expect(mine.items.map(({ sequence, author }) => [sequence, author.role, author.name])).toEqual([
      [1, 'patient', '李伟'],
      [2, 'doctor', '王芳'],
    ]);
    expect((await history(doctor, visit.id)).items).toEqual(mine.items);
    const stored = JSON.stringify([await eventsOf(test, visit.id), await trailOf(test, visit.id)]);
    expect(stored).toContain('chat.message-sent');
    expect(stored).not.toMatch(/咳|Since when/);
    for (const page of [atHome, atWork]) page.close();
  });

  it('are never dated before the one that they answer, when the clocks of two api processes differ', async () => {
    test.clock.advance(20_000);
    const first = await said(patient, visit.id, 'It hurts');
    test.clock.advance(-20_000);
    const second = await said(doctor, visit.id, 'Where?');
    expect([second.sequence, second.sentAt]).toEqual([2, first.sentAt]);
    test.clock.advance(25_000);
    const third = await said(patient, visit.id, 'Here');
    expect(third.sentAt > second.sentAt).toBe(true);
    test.clock.advance(-25_000);
  });

  it('do not follow a message of a clock that was wrong', async () => {
    await said(patient, visit.id, 'It hurts');
    await test.database.admin.query(
      `UPDATE chat_message SET sent_at = sent_at + interval '1 day' WHERE visit_id = $1`,
      [visit.id],
    );
    const { sentAt } = await said(doctor, visit.id, 'Where?');
    expect(new Date(sentAt).getTime() - test.clock.now().getTime()).toBeLessThan(60_000);
  });

  it('sent by both sides at once get consecutive numbers that are the same for everyone', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => said(i % 2 ? doctor : patient, visit.id, `message ${i}`)),
    );
    expect(answers.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    const ordered = answers.toSorted((a, b) => a.sequence - b.sequence);
    expect((await history(patient, visit.id)).items).toEqual(ordered);
    expect((await history(doctor, visit.id)).items).toEqual(ordered);
    expect(await actions('chat.message-sent')).toHaveLength(20);
  });

  it('sent twice, also at the same moment, are stored once', async () => {
    const id = randomUUID();
    const both = await Promise.all(Array.from({ length: 8 }, () => send(patient, visit.id, 'once', { id })));
    expect(both.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    for (const { value } of both) expect(value).toEqual(both[0]?.value);
    expect((await send(patient, visit.id, ' once ', { id })).value).toEqual(both[0]?.value);
    expect(await texts(doctor)).toEqual([[1, 'once']]);
    expect(await actions('chat.message-sent')).toHaveLength(1);
  });

  it('that reuse the id of a different message are rejected', async () => {
    const { id } = await said(patient, visit.id, 'mine');
    expect((await send(patient, visit.id, 'another', { id })).problem.code).toBe('chat.message-differs');
    expect((await send(doctor, visit.id, 'mine', { id })).problem.code).toBe('chat.message-differs');
    // Ids are unique per visit only, so that they do not reveal messages of other visits.
    const other = await admittedVisit(hospital, await factory.patient(hospital), doctor);
    expect((await said(doctor, other.id, 'elsewhere', { id })).sequence).toBe(1);
    expect(await texts(patient)).toEqual([[1, 'mine']]);
  });

  it('lose characters that hide or reorder text, and keep emoji and joiners', async () => {
    await said(patient, visit.id, 'call \u202d+86 138\u202c, not \u202e01\u202c');
    await said(patient, visit.id, 'می\u200cخواهم ❤️ 👩🏽‍⚕️');
    expect(await texts(doctor)).toEqual([
      [1, 'call +86 138, not 01'],
      [2, 'می\u200cخواهم ❤️ 👩🏽‍⚕️'],
    ]);
  });

  it.each([
    ['nothing', { text: ' \n ' }, 'empty'],
    ['too much', { text: 'x'.repeat(4001) }, 'too-large'],
    ['control characters', { text: 'a\u0000b' }, 'control-characters'],
    ['an unknown field', { text: 'a', role: 'doctor' }, 'unknown-field'],
  ])('with %s are rejected', async (_, body, rule) => {
    const answer = await patient.client.raw('PUT', `/api/visits/${visit.id}/messages/${randomUUID()}`, { body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ rule }] });
  });
});

describe('reading a chat', () => {
  beforeEach(async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) await said(patient, visit.id, text);
  });

  it('starts with the latest messages and pages in both directions', async () => {
    expect(await texts(doctor, { limit: 2 })).toEqual([
      [4, 'd'],
      [5, 'e'],
    ]);
    expect(await texts(doctor, { before: 4, limit: 2 })).toEqual([
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(await texts(doctor, { after: 1, limit: 2 })).toEqual([
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(await texts(doctor, { before: 1 })).toEqual([]);
    const both = await doctor.client.raw('GET', `/api/visits/${visit.id}/messages?after=1&before=3`);
    expect(both.status).toBe(400);
  });

  it('audits the range it returned, and nothing when a catch-up returned no message', async () => {
    await history(doctor, visit.id, { limit: 2 });
    await history(doctor, visit.id, { after: 5 });
    expect(await history(doctor, visit.id, { limit: 0 })).toMatchObject({ items: [], last: 5 });
    await history(doctor, visit.id, { before: 4 });
    await said(patient, visit.id, 'f');
    await history(doctor, visit.id, { after: 5 });
    const reads = await actions('chat.read');
    expect(reads.map(({ details, actor_account_id, patient_id }) => [details, actor_account_id, patient_id])).toEqual(
      [
        { from: 4, to: 5 },
        { from: 1, to: 3 },
        { from: 6, to: 6 },
      ].map((details) => [details, doctor.accountId, patient.patientId]),
    );
  });

  it('is audited for an empty chat too', async () => {
    visit = await admittedVisit(hospital, await factory.patient(hospital), doctor);
    expect(await history(doctor, visit.id)).toEqual({
      you: 'doctor',
      items: [],
      last: 0,
      read: { patient: 0, doctor: 0 },
      writable: true,
      writableUntil: null,
    });
    expect((await actions('chat.read')).map(({ details }) => details)).toEqual([{ from: 0, to: 0 }]);
  });
});

describe('read marks', () => {
  it('never move back or beyond the last message, and are published to the other side', async () => {
    for (const text of ['a', 'b', 'c']) await said(patient, visit.id, text);
    const atHome = await listen(test.url, patient.accessToken);
    expect((await seen(doctor, 2)).value).toEqual({ sequence: 2 });
    expect(await atHome.next({ event: 'chat.seen' })).toMatchObject({ entity: 'chat', id: visit.id, version: 3 });
    expect((await seen(doctor, 1)).value).toEqual({ sequence: 2 });
    expect((await seen(doctor, 999)).value).toEqual({ sequence: 3 });
    expect((await history(patient, visit.id)).read).toEqual({ patient: 3, doctor: 3 });
    expect((await actions('chat.read')).filter(({ details }) => 'seenUpTo' in details)).toHaveLength(2);
    atHome.close();
  });

  it('set at the same time end at the highest', async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) await said(patient, visit.id, text);
    await Promise.all([3, 6, 1, 5, 2, 4].map((sequence) => seen(doctor, sequence)));
    expect((await history(doctor, visit.id)).read.doctor).toBe(6);
  });

  it('move with the reader’s own messages unless an unread message comes before', async () => {
    await said(patient, visit.id, 'a');
    await said(doctor, visit.id, 'b');
    await said(patient, visit.id, 'c');
    expect((await history(patient, visit.id, { limit: 0 })).read).toEqual({ patient: 1, doctor: 0 });
  });

  it('of an empty chat stay at zero', async () => {
    expect((await seen(doctor, 5)).value).toEqual({ sequence: 0 });
  });
});

describe('writing in a chat', () => {
  it('is allowed from the waiting room to the end of the visit by default, and reading for ever', async () => {
    await chatDays(0);
    const another = await factory.patient(hospital);
    const planned = await plannedVisit(hospital, another, doctor);
    expect((await send(another, planned.id, 'early')).problem.code).toBe('chat.closed');

    const early = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, early, doctor);
    expect((await said(early, waiting.id, 'I am here')).sequence).toBe(1);

    const { id } = await said(patient, visit.id, 'before the end');
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    for (const person of [patient, doctor])
      expect((await send(person, visit.id, 'too late')).problem.code).toBe('chat.closed');
    // A retry after a lost response returns the stored message.
    expect((await send(patient, visit.id, 'before the end', { id })).value.sequence).toBe(1);
    expect(await history(patient, visit.id)).toMatchObject({ last: 1, writable: false });
    expect((await seen(doctor, 1)).value).toEqual({ sequence: 1 });
  });

  it('in a race with the end of the visit leaves no message after the end', async () => {
    await chatDays(0);
    const sends = Array.from({ length: 10 }, (_, i) => send(patient, visit.id, `m ${i}`));
    const [ended, ...answers] = await Promise.all([
      doctor.client.call(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } }),
      ...sends,
    ]);
    expect(ended.status).toBe(200);
    const taken = answers.filter(({ status }) => status === 200).length;
    for (const { status, problem } of answers) if (status !== 200) expect(problem.code).toBe('chat.closed');
    expect(await history(doctor, visit.id)).toMatchObject({ last: taken });
  });
});

describe('taking part in a chat', () => {
  it('is limited to the patient and doctor of the visit; others get not found', async () => {
    await said(patient, visit.id, 'between us');
    const elsewhere = await factory.hospital();
    const strangers: TestPerson[] = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.patient(elsewhere),
      await factory.doctor(elsewhere),
    ];
    for (const stranger of strangers) {
      expect((await send(stranger, visit.id, 'hello')).problem.code).toBe('resource.not-found');
      expect((await seen(stranger, 1)).problem.code).toBe('resource.not-found');
      const response = await stranger.client.raw('GET', `/api/visits/${visit.id}/messages`);
      expect(response.status).toBe(404);
    }
    for (const other of [await factory.pharmacist(hospital), await factory.staff(hospital, 'president')])
      expect((await send(other, visit.id, 'hello')).problem.code).toBe('auth.forbidden');
    const guest = { ...patient, ...(await guestOf(patient)) };
    expect((await send(guest, visit.id, 'hello')).problem.code).toBe('auth.forbidden');
    const denied = await trailOf(test, visit.id);
    expect(denied.filter(({ action }) => action === 'access.denied').length).toBe(15);
    expect(await texts(doctor)).toEqual([[1, 'between us']]);
  });

  it('never allows changing or deleting a message, even for the app’s database role', async () => {
    const { id } = await said(patient, visit.id, 'for good');
    for (const sql of [`UPDATE chat_message SET text = 'x' WHERE id = $1`, 'DELETE FROM chat_message WHERE id = $1'])
      await expect(test.source.query(sql, [id])).rejects.toThrow(/permission denied/);
  });
});

/** Returns a session with the guest role of a third person in the call. */
async function guestOf(person: TestPerson) {
  const { AccessTokens } = await import('../../../server/src/platform/tickets/access-token.ts');
  const { TestClient } = await import('../../support/client.ts');
  const tokens = new AccessTokens(test.settings.ACCESS_TOKEN_SECRET);
  const actor = {
    accountId: person.accountId,
    hospitalId: person.hospitalId,
    sessionId: person.sessionId,
    roles: ['guest'] as const,
    patientId: person.patientId,
    practitionerId: null,
  };
  const { accessToken } = tokens.issue(actor, test.clock.now());
  return { client: new TestClient(test.url, accessToken), accessToken };
}

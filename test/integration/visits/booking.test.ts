import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelVisit,
  createVisit,
  leaveVisit,
  listVisits,
  readVisit,
} from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
});

const booking = () => ({ departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: ' 头痛 ' });

describe('requesting a visit', () => {
  it('creates a planned visit with a doctor on duty, audited and published', async () => {
    const visit = await patient.client.ok(createVisit, { body: booking() });
    expect(visit).toMatchObject({
      status: 'planned',
      version: 1,
      kind: 'walk-in',
      priority: 'routine',
      complaint: '头痛',
      intake: null,
      checkedInAt: null,
      doctor: { id: doctor.practitionerId, name: '王芳', nameLatin: 'Wang Fang' },
      patient: { id: patient.patientId, name: '李伟', sex: 'male' },
      department: { id: hospital.departmentId, name: { en: 'General practice', zh: '全科' } },
    });
    expect(await trailOf(test, visit.id)).toMatchObject([
      { action: 'visit.created', outcome: 'done', patient_id: patient.patientId, actor_account_id: patient.accountId },
    ]);
    expect(await eventsOf(test, visit.id)).toEqual([{ type: 'visit.created', facts: { kind: 'walk-in' } }]);
  });

  it('computes the age by the hospital’s calendar', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(test.clock.now());
    // The same day 28 years earlier always exists, 29 February included.
    const birthday = `${Number(today.slice(0, 4)) - 28}${today.slice(4)}`;
    const adult = await factory.patient(hospital, '周岁', birthday);
    expect((await plannedVisit(hospital, adult, doctor)).patient.age).toBe(28);
  });

  it('shows the age on the day of the request, which at 18:00 UTC is the next day in Shanghai', async () => {
    const { id: visitId } = await plannedVisit(hospital, await factory.patient(hospital, '周岁', '2000-03-02'), doctor);
    const ageAt = async (createdAt: string) => {
      await test.database.admin.query('UPDATE visit SET created_at = $2 WHERE id = $1', [visitId, createdAt]);
      const { items } = await doctor.client.ok(listVisits, { query: { limit: 100 } });
      return items.find(({ id }) => id === visitId)?.patient.age;
    };
    expect(await ageAt('2026-03-01T15:59:00Z')).toBe(25);
    expect(await ageAt('2026-03-01T18:00:00Z')).toBe(26);
  });

  it('is rejected when the doctor is off duty, and stores nothing', async () => {
    const resting = await factory.doctor(hospital);
    await test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [resting.practitionerId]);
    const answer = await patient.client.call(createVisit, { body: { ...booking(), doctorId: resting.practitionerId } });
    expect([answer.status, answer.problem.code]).toEqual([409, 'visit.doctor-off-duty']);
    const { rows } = await test.database.admin.query('SELECT 1 FROM visit WHERE patient_id = $1', [patient.patientId]);
    expect(rows).toEqual([]);
  });

  it('is rejected when the doctor’s licence has expired, on duty or not', async () => {
    const lapsed = await factory.doctor(hospital);
    await test.database.admin.query(`UPDATE practitioner SET licence_valid_until = '2020-01-01' WHERE id = $1`, [
      lapsed.practitionerId,
    ]);
    const answer = await patient.client.call(createVisit, { body: { ...booking(), doctorId: lapsed.practitionerId } });
    expect(answer.problem.code).toBe('visit.doctor-off-duty');
  });

  it('is rejected for a doctor of another department, a pharmacist or an unknown doctor', async () => {
    const other = await factory.hospital();
    const elsewhere = await factory.doctor(other);
    const pharmacist = await factory.pharmacist(hospital);
    for (const doctorId of [elsewhere.practitionerId, pharmacist.practitionerId, randomUUID()]) {
      const answer = await patient.client.call(createVisit, { body: { ...booking(), doctorId } });
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    const { rows } = await test.database.admin.query<{ id: string }>(
      `INSERT INTO department (id, hospital_id, code, name, description, position)
       VALUES (gen_random_uuid(), $1, 'derma', '{"en":"","zh":""}', '{"en":"","zh":""}', 2) RETURNING id`,
      [hospital.id],
    );
    const answer = await patient.client.call(createVisit, { body: { ...booking(), departmentId: rows[0]?.id ?? '' } });
    expect(answer.problem).toMatchObject({
      code: 'validation.failed',
      fields: [{ path: 'doctorId', rule: 'not-in-department' }],
    });
  });

  it('leaves one open visit when two tabs send it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => patient.client.call(createVisit, { body: booking() })),
    );
    const made = answers.filter((answer) => answer.status === 201);
    const refused = answers.filter((answer) => answer.problem.code === 'visit.already-open');
    expect([made.length, refused.length]).toEqual([1, 5]);
    for (const answer of refused) expect(answer.problem.facts).toEqual({ visitId: made[0]?.value.id });
    const { rows } = await test.database.admin.query('SELECT id FROM visit WHERE patient_id = $1', [patient.patientId]);
    expect(rows).toHaveLength(1);
  });

  it('returns the first visit to a retry with the same key, and the key is not valid for another request', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([
      patient.client.call(createVisit, { body: booking(), key }),
      patient.client.call(createVisit, { body: booking(), key }),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.value).toEqual(first.value);
    const misuse = await patient.client.call(cancelVisit, { params: { visitId: first.value.id }, key });
    expect(misuse.problem.code).toBe('request.idempotency-mismatch');
    expect(await trailOf(test, first.value.id)).toMatchObject([
      { action: 'visit.created' },
      { action: 'access.denied', code: 'request.idempotency-mismatch' },
    ]);
  });

  it.each([
    ['an unknown field', { priority: 'asap' }, 'priority', 'unknown-field'],
    ['no complaint', { complaint: '   ' }, 'complaint', 'required'],
    ['control characters', { complaint: 'pain\u0000' }, 'complaint', 'control-characters'],
    ['characters that reorder it', { complaint: '\u202eniap\u202c' }, 'complaint', 'unprintable'],
    ['too long a complaint', { complaint: '痛'.repeat(2001) }, 'complaint', 'too-large'],
    ['an invalid id', { doctorId: "' OR 1=1" }, 'doctorId', 'format-uuid'],
    ['another type', { complaint: { $gt: '' } }, 'complaint', 'wrong-type'],
  ])('refuses %s', async (_, change, path, rule) => {
    const answer = await patient.client.raw('POST', '/api/visits', { body: { ...booking(), ...change } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path, rule }] });
  });

  it('rejects a body with prototype keys', async () => {
    const answer = await fetch(`${test.url}/api/visits`, {
      method: 'POST',
      headers: { authorization: `Bearer ${patient.accessToken}`, 'content-type': 'application/json' },
      body: `{"departmentId":"${hospital.departmentId}","doctorId":"${doctor.practitionerId}","complaint":"x","__proto__":{"priority":"asap"}}`,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request.malformed' });
    expect(({} as Record<string, unknown>)['priority']).toBeUndefined();
  });

  it('is for patients only', async () => {
    const president = await factory.staff(hospital, 'president');
    for (const person of [doctor, president]) {
      const answer = await person.client.call(createVisit, { body: booking() });
      expect([answer.status, answer.problem.code]).toEqual([403, 'auth.forbidden']);
    }
  });
});

describe('reading visits', () => {
  it('is allowed to the visit’s patient and doctor only, and is audited', async () => {
    const visit = await plannedVisit(hospital, patient, doctor);
    const otherHospital = await factory.hospital();
    const strangers = await Promise.all([
      factory.patient(hospital),
      factory.doctor(hospital),
      factory.patient(otherHospital),
      factory.doctor(otherHospital),
    ]);
    for (const person of [patient, doctor])
      expect((await person.client.ok(readVisit, { params: { visitId: visit.id } })).id).toBe(visit.id);
    for (const stranger of strangers) {
      const answer = await stranger.client.call(readVisit, { params: { visitId: visit.id } });
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    const trail = await trailOf(test, visit.id);
    expect(trail.filter((entry) => entry.action === 'visit.read').map((entry) => entry.actor_account_id)).toEqual([
      patient.accountId,
      doctor.accountId,
    ]);
    expect(trail.filter((entry) => entry.action === 'access.denied')).toMatchObject(
      strangers.map((stranger) => ({
        outcome: 'denied',
        code: 'resource.not-found',
        entity: 'readVisit',
        actor_account_id: stranger.accountId,
      })),
    );
  });

  it('lists a person’s own, newest first, in pages without repeats or gaps', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { id } = await plannedVisit(hospital, patient, doctor);
      await patient.client.ok(cancelVisit, { params: { visitId: id } });
      ids.unshift(id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await patient.client.ok(listVisits, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids);

    const other = await factory.patient(hospital);
    expect((await other.client.ok(listVisits)).items).toEqual([]);
    const stranger = await factory.doctor(hospital);
    expect((await stranger.client.ok(listVisits)).items).toEqual([]);
  });

  it('filters by state and by open visits', async () => {
    const cancelled = await plannedVisit(hospital, patient, doctor);
    await patient.client.ok(cancelVisit, { params: { visitId: cancelled.id } });
    const open = await waitingVisit(hospital, patient, doctor);
    const ids = async (query: { status?: 'waiting' | 'cancelled'; open?: 'true' | 'false' }) =>
      (await patient.client.ok(listVisits, { query })).items.map((item) => item.id);
    expect(await ids({ open: 'true' })).toEqual([open.id]);
    expect(await ids({ open: 'false' })).toEqual([cancelled.id]);
    expect(await ids({ status: 'cancelled' })).toEqual([cancelled.id]);
    expect(await ids({ status: 'waiting', open: 'false' })).toEqual([]);
  });

  it('rejects a cursor that it did not issue', async () => {
    const answer = await patient.client.call(listVisits, { query: { cursor: 'WyJ4IiwieSJd' } });
    expect(answer.problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'cursor' }] });
  });
});

describe('cancelling a request for a visit', () => {
  it('happens once, and a repeat gets the same response', async () => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    const first = await patient.client.ok(cancelVisit, { params: { visitId: id } });
    const second = await patient.client.ok(cancelVisit, { params: { visitId: id } });
    expect(first).toMatchObject({ status: 'cancelled', version: 2 });
    expect(second).toEqual(first);
    expect((await eventsOf(test, id)).map((event) => event.type)).toEqual(['visit.created', 'visit.cancelled']);
    expect((await plannedVisit(hospital, patient, doctor)).status).toBe('planned');
  });

  it('is another command than leaving the waiting room; each rejects the other’s state', async () => {
    const planned = await plannedVisit(hospital, patient, doctor);
    const early = await patient.client.call(leaveVisit, { params: { visitId: planned.id } });
    expect(early.problem).toMatchObject({
      code: 'visit.transition-refused',
      facts: { state: 'planned', command: 'leave' },
    });
    const other = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, other, doctor);
    const late = await other.client.call(cancelVisit, { params: { visitId: waiting.id } });
    expect(late.problem.code).toBe('visit.transition-refused');
    const foreign = await patient.client.call(leaveVisit, { params: { visitId: waiting.id } });
    expect(foreign.problem.code).toBe('resource.not-found');
  });
});

import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listDepartments,
  listDoctors,
  readConsentText,
  readDuty,
  setDuty,
} from '../../../shared/src/directory/directory.contract.ts';
import type { RecordChanged } from '../../../shared/src/core/record-socket.ts';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital, '王芳');
  patient = await factory.patient(hospital);
});

async function waitingVisit(of: { patientId: string }, at: { practitionerId: string }): Promise<void> {
  await test.database.admin.query(
    `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at)
     VALUES ($1,$2,$3,$4,$5,'waiting','walk-in','cough',now(),now())`,
    [newId(), hospital.id, of.patientId, hospital.departmentId, at.practitionerId],
  );
}

describe('departments and doctors', () => {
  it('are listed with their duty and the length of the queue', async () => {
    const idle = await factory.doctor(hospital, '刘洋');
    await idle.client.ok(setDuty, { body: { onDuty: false } });
    await waitingVisit(patient, doctor);
    const departments = await patient.client.ok(listDepartments);
    expect(departments.items).toEqual([
      {
        id: hospital.departmentId,
        code: 'general',
        name: { en: 'General practice', zh: '全科' },
        description: { en: '', zh: '' },
        pinyin: 'quan ke',
        doctorsOnDuty: 1,
        waiting: 1,
      },
    ]);
    const doctors = await patient.client.ok(listDoctors, { query: { departmentId: hospital.departmentId } });
    expect(doctors.items.map(({ id, onDuty, waiting }) => ({ id, onDuty, waiting }))).toEqual([
      { id: doctor.practitionerId, onDuty: true, waiting: 1 },
      { id: idle.practitionerId, onDuty: false, waiting: 0 },
    ]);
    expect(doctors.items[0]).toMatchObject({ departmentIds: [hospital.departmentId], languages: ['zh-CN', 'en'] });
    const onDuty = await patient.client.ok(listDoctors, { query: { onDuty: 'true' } });
    expect(onDuty.items.map(({ id }) => id)).toEqual([doctor.practitionerId]);
  });

  it('are found by part of the name; %, _ and quotes are literal', async () => {
    const names = async (q: string) =>
      (await patient.client.ok(listDoctors, { query: { q } })).items.map(({ name }) => name);
    expect(await names('芳')).toEqual(['王芳']);
    for (const q of ['wang f', 'wangfang', 'WF', 'fangwang', 'Fang Wang']) expect(await names(q), q).toEqual(['王芳']);
    for (const q of ['%', '_', '\\', `' OR '1'='1`, '王芳%']) expect(await names(q)).toEqual([]);
  });

  it('include one doctor who is beyond the end of the list, when that doctor is wanted', async () => {
    // 200 doctors on duty come before one who is not.
    await test.database.admin.query(
      `WITH people AS (
         INSERT INTO account (id, hospital_id, email, password_hash, roles, display_name, locale, status, created_at)
         SELECT gen_random_uuid(), a.hospital_id, 'd' || n || '@list.test', a.password_hash, a.roles, 'D' || n, a.locale, a.status, a.created_at
         FROM account a, generate_series(1, 200) n WHERE a.id = $1 RETURNING id)
       INSERT INTO practitioner (id, hospital_id, account_id, kind, name, name_latin, title, bio, languages, licence_number,
         licence_valid_until, years_of_practice, on_duty)
       SELECT gen_random_uuid(), p.hospital_id, people.id, p.kind, p.name, p.name_latin, p.title, p.bio, p.languages, people.id::text,
         p.licence_valid_until, p.years_of_practice, true
       FROM people, practitioner p WHERE p.id = $2`,
      [doctor.accountId, doctor.practitionerId],
    );
    await doctor.client.ok(setDuty, { body: { onDuty: false } });
    const all = await patient.client.ok(listDoctors);
    expect(all.items).toHaveLength(200);
    expect(all.items.map(({ id }) => id)).not.toContain(doctor.practitionerId);
    const one = await patient.client.ok(listDoctors, { query: { doctorId: doctor.practitionerId } });
    expect(one.items.map(({ id }) => id)).toEqual([doctor.practitionerId]);
  });

  it('exclude pharmacists and doctors with an expired licence', async () => {
    await factory.pharmacist(hospital);
    await test.database.admin.query(`UPDATE practitioner SET licence_valid_until = '2020-12-31' WHERE id = $1`, [
      doctor.practitionerId,
    ]);
    expect((await patient.client.ok(listDoctors)).items).toEqual([]);
    expect((await patient.client.ok(listDepartments)).items[0]?.doctorsOnDuty).toBe(0);
  });

  it('exclude other hospitals', async () => {
    const foreign = await factory.patient(await factory.hospital());
    expect((await foreign.client.ok(listDoctors)).items).toEqual([]);
    const byDepartment = await foreign.client.ok(listDoctors, { query: { departmentId: hospital.departmentId } });
    expect(byDepartment.items).toEqual([]);
    expect((await foreign.client.ok(listDepartments)).items.map(({ id }) => id)).not.toContain(hospital.departmentId);
  });

  it('reject queries that the contract does not define', async () => {
    for (const query of [{ departmentId: 'x' }, { onDuty: 'yes' }, { hospitalId: hospital.id }]) {
      const answer = await patient.client.call(listDoctors, { query: query as never });
      expect([answer.status, answer.problem.code]).toEqual([400, 'validation.failed']);
    }
    expect((await new TestClient(test.url).call(listDoctors)).problem.code).toBe('auth.required');
  });
});

describe('a doctor’s duty', () => {
  it('changes once, is audited and is published to patients’ pages and the board', async () => {
    const president = await factory.staff(hospital, 'president');
    const stranger = await factory.patient(await factory.hospital());
    const heard: Record<string, RecordChanged[]> = { patient: [], president: [], stranger: [] };
    const sockets = await Promise.all(
      Object.entries({ patient, president, stranger }).map(async ([who, person]) => {
        const socket = io(`${test.url}${recordNamespace}`, {
          auth: { accessToken: person.accessToken },
          transports: ['websocket'],
          forceNew: true,
        });
        socket.on('changed', (change: RecordChanged) => heard[who]?.push(change));
        await once(socket as unknown as EventTarget & Socket, 'connect');
        return socket;
      }),
    );
    const patientHears = once(sockets[0] as unknown as EventTarget & Socket, 'changed');
    const presidentHears = once(sockets[1] as unknown as EventTarget & Socket, 'changed');
    expect(await doctor.client.ok(setDuty, { body: { onDuty: false } })).toEqual({ onDuty: false });
    expect(await doctor.client.ok(setDuty, { body: { onDuty: false } })).toEqual({ onDuty: false });
    await Promise.all([patientHears, presidentHears]);
    expect(heard.patient).toEqual([
      expect.objectContaining({ event: 'duty.changed', entity: 'duty', id: doctor.practitionerId }),
    ]);
    // Once the event is counted, the board’s readers hear of new figures too.
    const board = heard.president?.filter(({ entity }) => entity !== 'figures');
    expect(board).toEqual([expect.objectContaining({ event: 'duty.changed', entity: 'board', id: hospital.id })]);
    // The stranger’s socket answers a later request, so all earlier messages have arrived.
    await sockets[2]?.emitWithAck('renew', { accessToken: stranger.accessToken });
    expect(heard.stranger).toEqual([]);
    expect(await doctor.client.ok(readDuty)).toEqual({ onDuty: false });
    const { rows } = await test.database.admin.query(
      `SELECT details FROM audit_event WHERE action = 'duty.changed' AND hospital_id = $1`,
      [hospital.id],
    );
    expect(rows).toEqual([{ details: { onDuty: false } }]);
    const { rows: events } = await test.database.admin.query(
      `SELECT facts, practitioner_id FROM domain_event WHERE type = 'duty.changed' AND hospital_id = $1`,
      [hospital.id],
    );
    expect(events).toEqual([
      { facts: { onDuty: false, dutySeconds: expect.any(Number) as number }, practitioner_id: doctor.practitionerId },
    ]);
    for (const socket of sockets) socket.disconnect();
  });

  it('is changed only by the doctor; other roles are rejected and audited', async () => {
    const people = [
      patient,
      await factory.pharmacist(hospital),
      await factory.staff(hospital, 'president'),
      await factory.staff(hospital, 'administrator'),
    ];
    for (const person of people) {
      const answer = await person.client.call(setDuty, { body: { onDuty: true } });
      expect([answer.status, answer.problem.code]).toEqual([403, 'auth.forbidden']);
    }
    const { rows } = await test.database.admin.query(
      `SELECT actor_account_id, entity, code FROM audit_event WHERE action = 'access.denied' AND outcome = 'denied' AND hospital_id = $1
       ORDER BY at, id`,
      [hospital.id],
    );
    expect(rows).toEqual(
      people.map(({ accountId }) => ({ actor_account_id: accountId, entity: 'setDuty', code: 'auth.forbidden' })),
    );
  });

  it('cannot start with an expired licence', async () => {
    await doctor.client.ok(setDuty, { body: { onDuty: false } });
    await test.database.admin.query(`UPDATE practitioner SET licence_valid_until = '2020-12-31' WHERE id = $1`, [
      doctor.practitionerId,
    ]);
    expect((await doctor.client.call(setDuty, { body: { onDuty: true } })).problem.code).toBe('auth.forbidden');
    expect(await doctor.client.ok(readDuty)).toEqual({ onDuty: false });
  });
});

describe('the consent text', () => {
  it('in force is the newest one that has started, in the requested language if available', async () => {
    await test.database.admin.query(
      `INSERT INTO consent_text (hospital_id, version, locale, title, paragraphs, valid_from) VALUES
         ($1,'2026-2','en','Newer','["One.","Two."]','2026-06-01'), ($1,'2099-1','en','Not yet','[]','2099-01-01')`,
      [hospital.id],
    );
    expect(await patient.client.ok(readConsentText, { query: { locale: 'en' } })).toEqual({
      version: '2026-2',
      locale: 'en',
      title: 'Newer',
      paragraphs: ['One.', 'Two.'],
    });
    const inChinese = await patient.client.ok(readConsentText, { query: { locale: 'zh-CN' } });
    expect(inChinese).toMatchObject({ version: '2026-2', locale: 'en' });
  });

  it('is not found rather than taken from another hospital', async () => {
    await test.database.admin.query('DELETE FROM consent_text WHERE hospital_id = $1', [hospital.id]);
    const answer = await patient.client.call(readConsentText, { query: { locale: 'en' } });
    expect(answer.problem.code).toBe('resource.not-found');
  });
});

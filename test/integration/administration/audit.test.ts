import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findAuditPatients,
  listAuditEvents,
  type AuditEvent,
} from '../../../shared/src/administration/audit.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { readLiveBoard } from '../../../shared/src/metrics/metrics.contract.ts';
import { encodeCursor } from '../../../server/src/platform/db/paging.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { everyPage } from '../../support/every-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let administrator: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  administrator = await factory.staff(hospital, 'administrator');
});

const without = (items: AuditEvent[], action: string) => items.filter((event) => event.action !== action);

describe('the audit trail', () => {
  it('lists who did what and who was denied, newest first, and records that it was read', async () => {
    const doctor = await factory.doctor(hospital, '王芳');
    const patient = await factory.patient(hospital, '李伟');
    await test.database.admin.query(
      `UPDATE account SET display_name_latin = CASE WHEN id = $1 THEN 'Wang Fang' ELSE 'Li Wei' END WHERE id IN ($1, $2)`,
      [doctor.accountId, patient.accountId],
    );
    await doctor.client.ok(setDuty, { body: { onDuty: false } });
    await patient.client.call(readLiveBoard);
    const { items } = await administrator.client.ok(listAuditEvents);
    expect(items).toEqual([
      expect.objectContaining({
        action: 'access.denied',
        outcome: 'denied',
        code: 'auth.forbidden',
        entity: 'readLiveBoard',
        actorId: patient.accountId,
        actorRoles: ['patient'],
        actorName: null,
        actorNameLatin: null,
      }),
      expect.objectContaining({
        action: 'duty.changed',
        outcome: 'done',
        code: null,
        entity: 'practitioner',
        entityId: doctor.practitionerId,
        actorId: doctor.accountId,
        actorName: '王芳',
        actorNameLatin: 'Wang Fang',
        actorRoles: ['doctor'],
      }),
    ]);
    for (const secret of ['李伟', 'Li Wei']) expect(JSON.stringify(items)).not.toContain(secret);
    const again = await administrator.client.ok(listAuditEvents, { query: { action: 'audit.read' } });
    expect(again.items.map(({ actorId }) => actorId)).toEqual([administrator.accountId]);
  });

  it('is paged without gaps or repeats, even when events have the same timestamp', async () => {
    const patientId = newId();
    const at = test.clock.now();
    for (let i = 0; i < 25; i++) {
      await test.database.admin.query(
        `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, patient_id, request_id, details)
         VALUES ($1,$2,$3,'chart.read','done','{}','patient',$4,'r','{}')`,
        [newId(), hospital.id, at, patientId],
      );
    }
    const seen = async (order?: 'asc' | 'desc') => {
      const query = { patientId, action: 'chart.read', ...(order ? { order } : {}) } as const;
      const ask = (page: object) => administrator.client.ok(listAuditEvents, { query: { ...query, ...page } });
      return (await everyPage(ask, 10)).map(({ id }) => id);
    };
    const newest = await seen();
    expect(new Set(newest).size).toBe(25);
    expect(newest).toEqual([...newest].sort().reverse());
    expect(await seen('asc')).toEqual(newest.toReversed());
  });

  it('is filtered by action, outcome, actor, patient and time', async () => {
    const patientId = newId();
    const actorId = newId();
    const row = (action: string, outcome: string, at: string, who: string | null, whose: string | null) =>
      test.database.admin.query(
        `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_account_id, actor_roles, entity, patient_id, request_id, details)
         VALUES ($1,$2,$3,$4,$5,$6,'{doctor}','visit',$7,'r','{}')`,
        [newId(), hospital.id, at, action, outcome, who, whose],
      );
    await row('visit.read', 'done', '2026-01-01T10:00:00Z', actorId, patientId);
    await row('visit.read', 'denied', '2026-01-02T10:00:00Z', actorId, null);
    await row('chart.read', 'done', '2026-01-03T10:00:00Z', null, patientId);
    const days = async (query: object) =>
      without((await administrator.client.ok(listAuditEvents, { query })).items, 'audit.read').map(({ at }) =>
        at.slice(8, 10),
      );
    expect(await days({})).toEqual(['03', '02', '01']);
    expect(await days({ order: 'asc' })).toEqual(['01', '02', '03']);
    expect(await days({ action: 'visit.read' })).toEqual(['02', '01']);
    expect(await days({ outcome: 'denied' })).toEqual(['02']);
    expect(await days({ actorId })).toEqual(['02', '01']);
    expect(await days({ patientId })).toEqual(['03', '01']);
    expect(await days({ from: '2026-01-02T10:00:00Z', to: '2026-01-03T10:00:00Z' })).toEqual(['02']);
    expect(await days({ actorId, patientId, action: 'visit.read', outcome: 'done' })).toEqual(['01']);
  });

  it('limits itself to access and changes: no routine reads, unless they show a patient or were denied', async () => {
    const row = (action: string, outcome: string, patientId: string | null) =>
      test.database.admin.query(
        `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, patient_id, request_id, details)
         VALUES ($1,$2,'2026-01-01T10:00:00Z',$3,$4,'{}','x',$5,'r','{}')`,
        [newId(), hospital.id, action, outcome, patientId],
      );
    await row('metrics.read', 'done', null);
    await row('review.listed', 'done', newId());
    await row('price.read', 'denied', null);
    await row('chart.read', 'done', newId());
    await row('settings.changed', 'done', null);
    const query = { scope: 'access-and-changes' } as const;
    const { items } = await administrator.client.ok(listAuditEvents, { query });
    expect(items.map(({ action }) => action).sort()).toEqual([
      'chart.read',
      'price.read',
      'review.listed',
      'settings.changed',
    ]);
  });

  it('finds a patient by full name or number, never by a part of it, and records each one found', async () => {
    const patient = await factory.patient(hospital, '李伟');
    const namesake = await factory.patient(hospital, '李伟');
    await factory.patient(hospital, '李伟民');
    const elsewhere = await factory.patient(await factory.hospital(), '李伟');
    await test.database.admin.query(`UPDATE patient SET phone = '+8613900010037' WHERE id = $1`, [patient.patientId]);
    const find = async (text: string) => {
      const { items, more } = await administrator.client.ok(findAuditPatients, { body: { text } });
      return { ids: items.map(({ id }) => id).sort(), items, more };
    };
    const byName = await find('李伟');
    expect(byName.ids).toEqual([patient.patientId, namesake.patientId].sort());
    expect(byName.ids).not.toContain(elsewhere.patientId);
    expect(JSON.stringify(byName.items)).not.toContain('李伟');
    const byNumber = await find('139 0001 0037');
    expect(byNumber.items).toEqual([
      {
        id: patient.patientId,
        initials: expect.any(String) as string,
        birthYear: expect.any(Number) as number,
        phoneEnd: '0037',
      },
    ]);
    // The digits of an e-mail address are not taken for the end of a phone number.
    for (const part of ['李', '0037', '%', `' OR 1=1 --`, '13900010037@qq.example']) {
      const answer = await administrator.client.call(findAuditPatients, { body: { text: part } });
      expect(answer.status === 400 || (answer.status === 200 && answer.value.items.length === 0), part).toBe(true);
    }
    const query = { action: 'audit.patient-searched' } as const;
    const { items } = await administrator.client.ok(listAuditEvents, { query });
    expect(items.filter(({ patientId }) => patientId === patient.patientId)).toHaveLength(2);
    expect(items.filter(({ patientId }) => patientId === null)).not.toHaveLength(0);
    expect((await patient.client.call(findAuditPatients, { body: { text: '李伟' } })).problem.code).toBe(
      'auth.forbidden',
    );
  });

  it('rejects queries that the contract does not define', async () => {
    const queries = [
      { action: 'everything' },
      { outcome: 'maybe' },
      { scope: 'some' },
      { actorId: `' OR 1=1 --` },
      { from: 'yesterday' },
      { limit: 0 },
      { limit: 101 },
      { sort: 'address' },
      { cursor: 'x' },
      { cursor: Buffer.from('{"__proto__":1}').toString('base64url') },
      { cursor: encodeCursor({ at: new Date(), id: `' OR 1=1 --` }) },
    ];
    for (const query of queries) {
      const answer = await administrator.client.call(listAuditEvents, { query: query as never });
      expect([JSON.stringify(query), answer.status, answer.problem.code]).toEqual([
        JSON.stringify(query),
        400,
        'validation.failed',
      ]);
    }
  });

  it('is available only to the administrator of the same hospital', async () => {
    const other = await factory.hospital();
    const foreign = await factory.doctor(other);
    await foreign.client.ok(setDuty, { body: { onDuty: false } });
    const query = { actorId: foreign.accountId };
    expect((await administrator.client.ok(listAuditEvents, { query })).items).toEqual([]);
    const people = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
      await factory.staff(hospital, 'president'),
    ];
    for (const { client } of people) {
      const answer = await client.call(listAuditEvents);
      expect([answer.status, answer.problem.code]).toEqual([403, 'auth.forbidden']);
    }
    const denials = await administrator.client.ok(listAuditEvents, { query: { action: 'access.denied' } });
    expect(denials.items.map(({ actorId, entity }) => [actorId, entity])).toEqual(
      people.map(({ accountId }) => [accountId, 'listAuditEvents']).reverse(),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  createDepartment,
  listManagedDepartments,
  removeDepartment,
  saveDepartment,
} from '../../../shared/src/administration/departments.contract.ts';
import { listDepartments } from '../../../shared/src/directory/directory.contract.ts';
import { createVisit } from '../../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let office: Office;
let boss: TestClient;
beforeAll(async () => {
  test = await startTestApi();
  office = await Office.open(test);
  boss = office.administrator.client;
});
afterAll(() => test.close());

const details = (over: object = {}) => ({
  name: { en: 'Sleep medicine', zh: '睡眠医学科' },
  description: { en: '', zh: '' },
  position: 7,
  active: true,
  ...over,
});
const make = async (code = `c-${newId().slice(-10)}`) =>
  boss.ok(createDepartment, { body: { id: newId(), code, ...details() } });

describe('a department', () => {
  it('is created once when the command is sent twice, and its code is unique', async () => {
    const body = { id: newId(), code: 'sleep', ...details() };
    const [one, two] = await Promise.all([boss.ok(createDepartment, { body }), boss.ok(createDepartment, { body })]);
    expect(two).toEqual(one);
    const again = await boss.call(createDepartment, { body: { ...body, id: newId() } });
    expect(again.problem).toMatchObject({ code: 'resource.conflict', fields: [{ path: 'code', rule: 'taken' }] });
    const elsewhere = await Office.open(test);
    expect((await elsewhere.administrator.client.call(createDepartment, { body })).status).toBe(404);
  });

  it('is changed by one of two simultaneous requests', async () => {
    const { id, version } = await make();
    const params = { departmentId: id };
    const save = (position: number) => boss.call(saveDepartment, { params, version, body: details({ position }) });
    const answers = await Promise.all([save(1), save(2)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await boss.call(saveDepartment, { params, body: details() })).status).toBe(428);
  });

  it('that is closed is not offered to patients and accepts no visits', async () => {
    const { id, version } = await make();
    const patient = await office.factory.patient(office.hospital);
    const offered = async () => (await patient.client.ok(listDepartments)).items.map((department) => department.id);
    expect(await offered()).toContain(id);
    await boss.ok(saveDepartment, { params: { departmentId: id }, version, body: details({ active: false }) });
    expect(await offered()).not.toContain(id);
    const visit = await patient.client.call(createVisit, {
      body: { departmentId: id, doctorId: newId(), complaint: 'Cough' },
    });
    expect(visit.status).toBe(404);
  });

  it('can be deleted only when nothing refers to it', async () => {
    const { id, version } = await make();
    expect((await boss.call(removeDepartment, { params: { departmentId: id }, version: version + 1 })).status).toBe(
      412,
    );
    expect((await boss.call(removeDepartment, { params: { departmentId: id }, version })).status).toBe(204);
    await office.factory.doctor(office.hospital);
    const params = { departmentId: office.hospital.departmentId };
    expect((await boss.call(removeDepartment, { params, version: 1 })).problem.code).toBe('department.in-use');
  });
});

describe('the list of departments', () => {
  it('is searched in both languages, sorted and paged on the server', async () => {
    const here = await Office.open(test);
    const client = here.administrator.client;
    for (const [index, code] of ['b-unit', 'a-unit', 'c-unit'].entries()) {
      const name = { en: code, zh: `${index}科` };
      await client.ok(createDepartment, { body: { id: newId(), code, ...details({ name, position: index }) } });
    }
    const query = { q: 'UNIT', sort: 'name', order: 'desc', limit: 2 } as const;
    const first = await client.ok(listManagedDepartments, { query });
    const rest = await client.ok(listManagedDepartments, { query: { ...query, cursor: first.next ?? '' } });
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(['c-unit', 'b-unit', 'a-unit']);
    expect((await client.ok(listManagedDepartments, { query: { q: '1科' } })).items.map(({ code }) => code)).toEqual([
      'a-unit',
    ]);
  });

  it('is available to the administrator only, and another hospital’s department is not found', async () => {
    const { id, version } = await make();
    const doctor = await office.factory.doctor(office.hospital);
    const theirs = (await Office.open(test)).administrator;
    const params = { departmentId: id };
    for (const [client, status] of [
      [doctor.client, 403],
      [theirs.client, 404],
    ] as const) {
      const answers = [
        await client.call(saveDepartment, { params, version, body: details() }),
        await client.call(removeDepartment, { params, version }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
    }
    expect((await doctor.client.call(listManagedDepartments)).problem.code).toBe('auth.forbidden');
  });
});

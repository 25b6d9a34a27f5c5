import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBreakdown, readBreakdown, readFigures } from '../../../shared/src/metrics/figures.contract.ts';
import {
  listOwnDepartments,
  readDepartmentBoard,
  readLiveBoard,
} from '../../../shared/src/metrics/metrics.contract.ts';
import { readReport } from '../../../shared/src/metrics/report.contract.ts';
import {
  readCallOutcomes,
  readForecast,
  readFunnel,
  readHeatMap,
  readSafetyFigures,
} from '../../../shared/src/metrics/views.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { readAlertRates } from '../../../shared/src/prescribing/alert-rates.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const days = { from: '2026-11-01', to: '2026-11-28' };
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let head: Awaited<ReturnType<Factory['head']>>;
let president: TestPerson;
/** Another department of the hospital, to which the head does not belong. */
let other: string;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  head = await factory.head(hospital);
  president = await factory.staff(hospital, 'president');
  other = newId();
  await test.database.admin.query(
    `INSERT INTO department (id, hospital_id, code, name, description, position)
     SELECT $1, hospital_id, 'other', name, description, 9 FROM department WHERE id = $2`,
    [other, hospital.departmentId],
  );
});
afterAll(() => test.close());

async function wait(departmentId: string, { minutes = 5, priority = 'routine', practitionerId = head.practitionerId }) {
  const { patientId } = await factory.patient(hospital);
  const since = new Date(test.clock.now().getTime() - minutes * 60_000);
  await test.database.admin.query(
    `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, priority, created_at, checked_in_at)
     VALUES ($1,$2,$3,$4,$5,'waiting','walk-in','cough',$6,$7,$7)`,
    [newId(), hospital.id, patientId, departmentId, practitionerId, priority, since],
  );
}

/** Every view of the figures, of a department or of the hospital. */
const views = (client: TestClient, departmentId?: string) => {
  const where = departmentId ? { departmentId } : {};
  const by = departmentId ? 'practitioner' : 'department';
  return [
    client.call(readFigures, { query: { figures: 'visits', ...days, grain: 'day', ...where } }),
    client.call(readBreakdown, { query: { figures: 'visits', ...days, by, ...where } }),
    client.call(exportBreakdown, { query: { figures: 'visits', ...days, by, ...where } }),
    client.call(readFunnel, { query: { ...days, ...where } }),
    client.call(readHeatMap, { query: { ...days, ...where } }),
    client.call(readSafetyFigures, { query: { ...days, ...where } }),
    client.call(readCallOutcomes, { query: { ...days, ...where } }),
    client.call(readForecast, { query: where }),
  ];
};
const answers = async (client: TestClient, departmentId?: string) =>
  new Set((await Promise.all(views(client, departmentId))).map(({ status }) => status));

describe('a head of department', () => {
  it('reads every view of their own department, and none of another one or of the hospital', async () => {
    expect((await head.client.ok(listOwnDepartments)).items.map(({ id }) => id)).toEqual([hospital.departmentId]);
    expect(await answers(head.client, hospital.departmentId)).toEqual(new Set([200]));
    expect(await answers(head.client, other)).toEqual(new Set([403]));
    expect(await answers(head.client)).toEqual(new Set([403]));
    const whole = [
      head.client.call(readLiveBoard),
      head.client.call(readReport, { query: { ...days } }),
      head.client.call(readAlertRates, { query: { ...days } }),
      head.client.call(readDepartmentBoard, { params: { departmentId: other } }),
    ];
    expect(new Set((await Promise.all(whole)).map(({ status }) => status))).toEqual(new Set([403]));
    expect(await answers(president.client, other)).toEqual(new Set([200]));
    const { rows } = await test.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_event WHERE actor_account_id = $1 AND action = 'access.denied'`,
      [head.accountId],
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  it('sees the queue and the doctors of the department, by priority and time, and no patient', async () => {
    await wait(hospital.departmentId, { minutes: 20 });
    await wait(hospital.departmentId, { minutes: 5, priority: 'asap' });
    await wait(other, { minutes: 60 });
    const params = { departmentId: hospital.departmentId };
    const board = await head.client.ok(readDepartmentBoard, { params });
    const doctor = { name: '王芳', nameLatin: 'Wang Fang' };
    expect(board.waiting).toEqual([
      { priority: 'asap', doctor, bookedFor: null, checkedInAt: expect.any(String) },
      { priority: 'routine', doctor, bookedFor: null, checkedInAt: expect.any(String) },
    ]);
    expect(board.doctors).toEqual([{ id: head.practitionerId, ...doctor, onDuty: true, waiting: 2 }]);
    expect(JSON.stringify(board)).not.toMatch(/李|Li Wei|cough/);
    expect(await president.client.ok(readDepartmentBoard, { params })).toMatchObject({ waiting: board.waiting });
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE actor_account_id = $1 AND action = 'metrics.read' AND entity_id = 'department-board'
         AND details = $2`,
      [head.accountId, params],
    );
    expect(rows).toHaveLength(1);
  });

  it('has no board of another hospital', async () => {
    const elsewhere = await factory.hospital();
    const params = { departmentId: elsewhere.departmentId };
    expect((await head.client.call(readDepartmentBoard, { params })).status).toBe(403);
    expect((await president.client.call(readDepartmentBoard, { params })).status).toBe(404);
  });

  it('loses the figures with the department', async () => {
    const gone = await factory.head(hospital);
    expect((await gone.client.ok(listOwnDepartments)).items).toHaveLength(1);
    await test.database.admin.query('DELETE FROM practitioner_department WHERE practitioner_id = $1', [
      gone.practitionerId,
    ]);
    expect((await gone.client.ok(listOwnDepartments)).items).toEqual([]);
    expect(await answers(gone.client, hospital.departmentId)).toEqual(new Set([403]));
  });

  it('hears of changes of the board, and sees the doctor off duty', async () => {
    const page = await listen(test.url, head.accessToken);
    await head.client.ok(setDuty, { body: { onDuty: false } });
    expect(await page.next({ entity: 'board' })).toMatchObject({ id: hospital.id });
    const { doctors } = await head.client.ok(readDepartmentBoard, { params: { departmentId: hospital.departmentId } });
    expect(doctors).toEqual([expect.objectContaining({ id: head.practitionerId, onDuty: false })]);
    page.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportAuditEvents, listAuditEvents } from '../../../shared/src/administration/audit.contract.ts';
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

async function write(count: number, over: { actor?: string; entity?: string; address?: string } = {}) {
  await test.database.admin.query(
    `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_account_id, actor_roles, entity, request_id, address, details)
     SELECT gen_random_uuid(), $1, now() - interval '1 hour' - n * interval '1 millisecond', 'chart.read', 'done', $2, '{doctor}', $3,
       'r', $4, '{}' FROM generate_series(1, $5) n`,
    [hospital.id, over.actor ?? null, over.entity ?? 'patient', over.address ?? null, count],
  );
}
const address = `${exportAuditEvents.path}?action=chart.read`;
const linesOf = async (answer: Response) => (await answer.text()).trimEnd().split('\r\n');
async function ends() {
  const { rows } = await test.database.admin.query<{ details: { events: number; whole: boolean } }>(
    `SELECT details FROM audit_event WHERE hospital_id = $1 AND action = 'audit.export-ended' ORDER BY at`,
    [hospital.id],
  );
  return rows.map(({ details }) => details);
}

describe('the audit export', () => {
  it('contains each matching event once, newest first, with spreadsheet formulas escaped', async () => {
    await write(2500, { entity: '=cmd()' });
    const answer = await administrator.client.raw('GET', address);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = await linesOf(answer);
    expect(new Set(lines).size).toBe(2501);
    const times = lines.slice(1).map((line) => line.slice(1, 25));
    expect(times).toEqual(times.toSorted().toReversed());
    expect(lines[1]).toContain(`"'=cmd()"`);
    await expect.poll(ends).toEqual([{ events: 2500, whole: true }]);
    const { items } = await administrator.client.ok(listAuditEvents, { query: { action: 'audit.exported' } });
    expect(items).toEqual([expect.objectContaining({ actorId: administrator.accountId })]);
  });

  it('stops when the client disconnects, and the audit records that it was incomplete', async () => {
    await write(20_000);
    const control = new AbortController();
    const headers = { authorization: `Bearer ${administrator.accessToken}` };
    const answer = await fetch(test.url + address, { headers, signal: control.signal });
    await answer.body?.getReader().read();
    control.abort();
    await expect.poll(ends).toEqual([expect.objectContaining({ whole: false })]);
  });

  it('is available to the administrator only and contains nothing of another hospital', async () => {
    await write(3);
    const doctor = await factory.doctor(hospital);
    expect((await doctor.client.raw('GET', address)).status).toBe(403);
    const elsewhere = await factory.staff(await factory.hospital(), 'administrator');
    expect(await linesOf(await elsewhere.client.raw('GET', address))).toHaveLength(1);
  });
});

describe('the audit search', () => {
  it('finds staff by part of their name, an address literally, and no patient by name', async () => {
    const doctor = await factory.doctor(hospital, '王芳');
    const patient = await factory.patient(hospital, '王小明');
    await write(1, { actor: doctor.accountId, address: '192.0.2.7' });
    await write(1, { actor: patient.accountId, address: '192.0.2.77' });
    const found = async (query: { actor?: string; address?: string }) =>
      (await administrator.client.ok(listAuditEvents, { query: { action: 'chart.read', ...query } })).items.map(
        ({ actorId }) => actorId,
      );
    expect(await found({ actor: '王' })).toEqual([doctor.accountId]);
    expect(await found({ address: '192.0.2.7' })).toEqual([doctor.accountId]);
  });
});

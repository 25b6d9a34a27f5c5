import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import { readVisitBill } from '../../../shared/src/documents/bills.contract.ts';
import { leaveVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import { completedVisit } from '../../support/completed-visit.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let clinic: Clinic;
let lists = 0;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

const any = { departmentId: null, title: null, kind: null };
async function publish(entries: object[]): Promise<void> {
  const { client } = await clinic.factory.staff(clinic.hospital, 'administrator');
  const list = { id: newId(), basedOn: lists, currency: 'CNY' as const, validFrom: test.clock.now().toISOString() };
  await client.ok(publishPriceList, { body: { ...list, entries: entries as [] } });
  lists += 1;
}
const patientOf = () => clinic.factory.patient(clinic.hospital);
const completed = (patient: Awaited<ReturnType<typeof patientOf>>) =>
  completedVisit(clinic.hospital, patient, clinic.doctor);

describe('the bill of a visit', () => {
  it('does not exist where the hospital has no price', async () => {
    const patient = await patientOf();
    const { id: visitId } = await completed(patient);
    expect(await patient.client.ok(readVisitBill, { params: { visitId } })).toEqual({ bill: null });
  });

  it('states the price in force at check-in, is signed once, and does not change with a later list', async () => {
    await publish([
      { ...any, amount: '50' },
      { ...any, kind: 'walk-in', amount: '30.5' },
    ]);
    const patient = await patientOf();
    const { id: visitId } = await completed(patient);
    test.clock.advance(60_000);
    await publish([{ ...any, amount: '99' }]);
    const params = { visitId };
    const { bill } = await patient.client.ok(readVisitBill, { params });
    expect(bill).toMatchObject({
      kind: 'walk-in',
      price: { amount: '30.50', currency: 'CNY' },
      patient: { name: '李伟', nameLatin: 'Li Wei' },
      doctor: { name: '王芳' },
      signature: 'valid',
    });
    expect(bill?.jws).not.toMatch(/李|Li Wei/);
    expect(Buffer.from(bill?.jws.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/李|Li Wei/);
    expect(await patient.client.ok(readVisitBill, { params })).toEqual({ bill });
    expect(await trailOf(test, visitId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'bill.issued',
          details: { number: bill?.number, amount: '30.50', currency: 'CNY' },
        }),
        expect.objectContaining({ action: 'bill.read', patient_id: patient.patientId }),
      ]),
    );
  });

  it('is shown as invalid when the amount differs from what was signed, and the program cannot change it', async () => {
    const patient = await patientOf();
    const params = { visitId: (await completed(patient)).id };
    expect((await patient.client.ok(readVisitBill, { params })).bill?.signature).toBe('valid');
    await test.database.admin.query('UPDATE visit_bill SET minor = 1 WHERE visit_id = $1', [params.visitId]);
    const { bill } = await patient.client.ok(readVisitBill, { params });
    expect(bill).toMatchObject({ price: { amount: '0.01' }, signature: 'invalid' });
    const rights = await test.source.query(
      `SELECT has_column_privilege('yunzhen_app', 'visit_bill', 'minor', 'UPDATE') AS minor,
         has_table_privilege('yunzhen_app', 'visit_bill', 'DELETE') AS gone`,
    );
    expect(rights).toEqual([{ minor: false, gone: false }]);
  });

  it('belongs to the patient alone, and a visit that did not take place has none', async () => {
    const patient = await patientOf();
    const params = { visitId: (await completed(patient)).id };
    const other = await patientOf();
    expect((await other.client.call(readVisitBill, { params })).status).toBe(404);
    expect((await clinic.doctor.client.call(readVisitBill, { params })).status).toBe(403);
    const left = { visitId: (await waitingVisit(clinic.hospital, other, clinic.doctor)).id };
    await other.client.ok(leaveVisit, { params: left });
    expect(await other.client.ok(readVisitBill, { params: left })).toEqual({ bill: null });
  });
});

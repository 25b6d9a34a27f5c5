import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import { readVisitBill } from '../../../shared/src/documents/bills.contract.ts';
import { transferVisit } from '../../../shared/src/visits/transfers.contract.ts';
import { admitVisit, leaveVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import { completedBy, completedVisit } from '../../support/completed-visit.ts';
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

  it('never states more than was shown at check-in when the visit moves to another doctor, and less for a cheaper one', async () => {
    const chiefTitle = { en: 'Chief physician', zh: '主任医师' };
    await publish([
      { ...any, amount: '30' },
      { ...any, title: chiefTitle, amount: '99' },
    ]);
    const chief = await clinic.factory.doctor(clinic.hospital, '赵敏');
    await clinic.credentials.practitioner(clinic.hospital.id, chief.practitionerId, '赵敏');
    await test.database.admin.query('UPDATE practitioner SET title = $2 WHERE id = $1', [
      chief.practitionerId,
      chiefTitle,
    ]);
    const moved = async (from: typeof chief, to: typeof chief) => {
      const patient = await patientOf();
      const params = { visitId: (await waitingVisit(clinic.hospital, patient, from)).id };
      const { departmentId } = clinic.hospital;
      await from.client.ok(transferVisit, {
        params,
        body: { doctorId: to.practitionerId, departmentId, reason: '需要会诊' },
      });
      await to.client.ok(admitVisit, { params });
      await completedBy(to, params.visitId);
      return (await patient.client.ok(readVisitBill, { params })).bill;
    };
    expect(await moved(clinic.doctor, chief)).toMatchObject({
      price: { amount: '30.00' },
      doctor: { name: '赵敏' },
      signature: 'valid',
    });
    expect(await moved(chief, clinic.doctor)).toMatchObject({ price: { amount: '30.00' }, doctor: { name: '王芳' } });
  });

  it('is issued at the first read for a visit that a program of the release before completed', async () => {
    await publish([{ ...any, amount: '30' }]);
    const patient = await patientOf();
    const params = { visitId: (await completed(patient)).id };
    const noBill = () => test.database.admin.query('DELETE FROM visit_bill WHERE visit_id = $1', [params.visitId]);
    await noBill();
    const read = () => patient.client.ok(readVisitBill, { params });
    const [one, other] = await Promise.all([read(), read()]);
    expect(one.bill).toMatchObject({ price: { amount: '30.00' }, signature: 'valid' });
    expect(other).toEqual(one);
    await noBill();
    await test.database.admin.query('DELETE FROM visit_fee WHERE visit_id = $1', [params.visitId]);
    expect(await read()).toEqual({ bill: null });
  });

  it('follows the price list for a visit that a program of the release before checked in', async () => {
    const patient = await patientOf();
    const { id: visitId } = await waitingVisit(clinic.hospital, patient, clinic.doctor);
    await test.database.admin.query('DELETE FROM visit_fee WHERE visit_id = $1', [visitId]);
    await clinic.doctor.client.ok(admitVisit, { params: { visitId } });
    await completedBy(clinic.doctor, visitId);
    expect((await patient.client.ok(readVisitBill, { params: { visitId } })).bill).toMatchObject({
      price: { amount: '30.00' },
    });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import { dayIn } from '../../../shared/src/core/time/time-zone.ts';
import { claimPrescription, dispense } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { readReceipt } from '../../../shared/src/dispensing/receipts.contract.ts';
import { readVisitBill } from '../../../shared/src/documents/bills.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { completedVisit } from '../../support/completed-visit.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { PaperDesk } from './paper-desk.ts';

let test: TestApi;

beforeAll(async () => {
  test = await startTestApi();
  test.clock.stop();
});
afterAll(() => test.close());

it('gives prescriptions, receipts, documents and bills numbers of the hospital’s day, also where UTC has another day', async () => {
  const zone = test.clock.now().getUTCHours() < 12 ? 'Etc/GMT+12' : 'Etc/GMT-14';
  const today = dayIn(zone, test.clock.now()).replaceAll('-', '');
  expect(today).not.toBe(dayIn('UTC', test.clock.now()).replaceAll('-', ''));
  const clinic = await Clinic.open(test, 'CN', zone);
  const administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
  const entries = [{ departmentId: null, title: null, kind: null, amount: '30' }];
  const prices = { id: newId(), basedOn: 0, currency: 'CNY' as const, validFrom: test.clock.now().toISOString() };
  await administrator.client.ok(publishPriceList, { body: { ...prices, entries } });

  const prescription = await clinic.signed(await clinic.factory.patient(clinic.hospital));
  const document = await new PaperDesk(test, clinic).begin(prescription.visitId, 'referral');
  const receipt = await receiptOf(clinic, prescription.id);
  const payer = await clinic.factory.patient(clinic.hospital);
  const { id: visitId } = await completedVisit(clinic.hospital, payer, clinic.doctor);
  const { bill } = await payer.client.ok(readVisitBill, { params: { visitId } });
  expect([prescription.number, receipt, document.number, bill?.number]).toEqual(
    ['', 'D', 'R', ''].map((prefix) => expect.stringMatching(new RegExp(`^${prefix}${today}-[2-9A-Z]{6}$`))),
  );
});

async function receiptOf(clinic: Clinic, prescriptionId: string): Promise<string> {
  await new Dispensary(test, clinic).approve(prescriptionId);
  const counters = new PharmacyCounters(test, clinic);
  const { client } = await counters.counter();
  const code = { prescriptionId, secret: await counters.secretOf(prescriptionId) };
  const claim = await client.ok(claimPrescription, { body: code });
  const lines = [{ itemId: claim.lines[0]?.item.id ?? '', quantity: '9', ...pack, note: '' }];
  const id = newId();
  await client.ok(dispense, { params: { claimId: claim.id }, body: { ...atTheCounter, id, by: '张敏', lines } });
  return (await client.ok(readReceipt, { params: { dispenseId: id } })).receipt.number;
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  claimPrescription,
  dispense,
  readClaim,
  releaseClaim,
} from '../../../shared/src/dispensing/dispensing.contract.ts';
import { readPrescriptionReceipt, readReceipt } from '../../../shared/src/dispensing/receipts.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { trailOf } from '../../support/trail.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let counters: PharmacyCounters;
let one: Awaited<ReturnType<PharmacyCounters['counter']>>;
let two: typeof one;

beforeAll(async () => {
  test = await startTestApi();
  await holdSealing(test.database);
  clinic = await Clinic.open(test);
  counters = new PharmacyCounters(test, clinic);
  one = await counters.counter();
  two = await counters.counter();
});
afterAll(() => test.close());

/** Dispenses nine tablets in two parts: four by one pharmacy, the rest by another. */
async function dispensedInTwoParts() {
  const patient = await clinic.factory.patient(clinic.hospital);
  const prescription = await clinic.signed(patient);
  await new Dispensary(test, clinic).approve(prescription.id);
  const code = { prescriptionId: prescription.id, secret: await counters.secretOf(prescription.id) };
  const first = newId();
  const second = newId();
  const part = async (counter: typeof one, id: string, quantity: string, by: string) => {
    const claim = await counter.client.ok(claimPrescription, { body: code });
    const lines = [{ itemId: claim.lines[0]?.item.id ?? '', quantity, ...pack, note: 'Acme' }];
    return counter.client.ok(dispense, { params: { claimId: claim.id }, body: { ...atTheCounter, id, by, lines } });
  };
  const half = await part(one, first, '4', '张敏');
  const seenHalf = await publicItems(code);
  await one.client.ok(releaseClaim, { params: { claimId: half.id }, body: { reason: 'not-in-stock' } });
  const whole = await part(two, second, '5', 'Ada Frei');
  return { patient, prescription, code, first, second, half, whole, seenHalf };
}

const publicItems = async (code: { prescriptionId: string; secret: string }) =>
  (await new TestClient(test.url).ok(verifyCode, { body: { hospital: clinic.hospital.slug, ...code } })).prescription
    ?.items;

describe('a dispense receipt', () => {
  it('states what was dispensed and what remained, signed by the hospital', async () => {
    const { prescription, first, second, whole } = await dispensedInTwoParts();
    const early = await one.client.ok(readReceipt, { params: { dispenseId: first } });
    expect(early).toMatchObject({
      signature: 'valid',
      prescription: { number: prescription.number },
      receipt: {
        by: '张敏',
        lines: [{ quantity: '4', note: 'Acme · LOT 7A · EXP 2099-05', pack: { brand: 'Acme', ...pack } }],
      },
      items: [{ remaining: '5', unit: 'tablet' }],
    });
    expect(early.jws.split('.')).toHaveLength(3);
    expect(early.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const late = await two.client.ok(readReceipt, { params: { dispenseId: second } });
    expect(late).toMatchObject({ signature: 'valid', receipt: { by: 'Ada Frei' }, items: [{ remaining: '0' }] });
    expect(whole.ownReceipts).toEqual([second]);
    const receiptReads = (await trailOf(test, first)).filter(({ action }) => action === 'dispensing.receipt-read');
    expect(receiptReads).toHaveLength(1);
  });

  it('is available to its pharmacy, the patient, the doctor and the pharmacists only', async () => {
    const { patient, prescription, first, half } = await dispensedInTwoParts();
    const elsewhere = await dispensedInTwoParts();
    expect((await two.client.call(readReceipt, { params: { dispenseId: first } })).problem.code).toBe(
      'resource.not-found',
    );
    expect((await one.client.ok(readClaim, { params: { claimId: half.id } })).ownReceipts).toEqual([first]);
    const params = { prescriptionId: prescription.id, dispenseId: first };
    for (const { client } of [patient, clinic.doctor, clinic.pharmacist])
      expect(await client.ok(readPrescriptionReceipt, { params })).toMatchObject({ signature: 'valid' });
    const colleague = await clinic.factory.doctor(clinic.hospital);
    for (const { client } of [elsewhere.patient, colleague])
      expect((await client.call(readPrescriptionReceipt, { params })).problem.code).toBe('resource.not-found');
    // A receipt of another prescription under the caller’s own prescription id.
    const mixed = { prescriptionId: prescription.id, dispenseId: elsewhere.first };
    expect((await patient.client.call(readPrescriptionReceipt, { params: mixed })).problem.code).toBe(
      'resource.not-found',
    );
  });

  it('is shown as altered when the row or the signature changed', async () => {
    const { patient, prescription, first, second } = await dispensedInTwoParts();
    const read = async (dispenseId: string) =>
      (await patient.client.ok(readPrescriptionReceipt, { params: { prescriptionId: prescription.id, dispenseId } }))
        .signature;
    const { admin } = test.database;
    await admin.query(`UPDATE dispense SET lines = jsonb_set(lines, '{0,quantity}', '"3"') WHERE id = $1`, [first]);
    expect(await read(first)).toBe('invalid');
    await admin.query('UPDATE dispense SET receipt = (SELECT receipt FROM dispense WHERE id = $1) WHERE id = $2', [
      first,
      second,
    ]);
    expect(await read(second)).toBe('invalid');
    await admin.query(`UPDATE dispense SET receipt = 'a.b.c' WHERE id = $1`, [second]);
    expect(await read(second)).toBe('invalid');
  });

  it('shows the name that the pharmacy had at the time', async () => {
    const { first } = await dispensedInTwoParts();
    await test.database.admin.query(`UPDATE pharmacy SET name = '{"en":"New","zh":"新"}' WHERE id = $1`, [one.id]);
    expect(await one.client.ok(readReceipt, { params: { dispenseId: first } })).toMatchObject({
      signature: 'valid',
      receipt: { pharmacy: { en: 'Corner Pharmacy' } },
    });
  });
});

it('the public check of the code shows what remains of each line after a partial dispense', async () => {
  const { code, seenHalf } = await dispensedInTwoParts();
  expect(seenHalf).toMatchObject([{ remaining: { value: '5', text: { en: '5 tablets', zh: '5片' } } }]);
  expect(await publicItems(code)).toMatchObject([{ remaining: { value: '0' } }]);
  const untouched = await counters.approved();
  expect(await publicItems(untouched.code)).toMatchObject([{ remaining: null }]);
});

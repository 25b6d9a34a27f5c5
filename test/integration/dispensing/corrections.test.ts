import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { addAllergy, stateNoAllergies } from '../../../shared/src/chart/chart.contract.ts';
import {
  claimPrescription,
  correctDispense,
  dispense,
  readClaim,
  releaseClaim,
  type DispensingClaim,
} from '../../../shared/src/dispensing/dispensing.contract.ts';
import { readPrescriptionReceipt } from '../../../shared/src/dispensing/receipts.contract.ts';
import { readPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

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

const itemOf = (claim: DispensingClaim) => claim.lines[0]?.item.id ?? '';

/** A claim on nine tablets, of which some were dispensed. */
async function dispensed(quantity: string) {
  const { code } = await counters.approved();
  const claim = await one.client.ok(claimPrescription, { body: code });
  const id = newId();
  const lines = [{ ...pack, itemId: itemOf(claim), quantity }];
  const params = { claimId: claim.id };
  await one.client.ok(dispense, { params, body: { ...atTheCounter, id, lines } });
  return { code, claim, params, of: { ...params, dispenseId: id } };
}

const correction = (claim: DispensingClaim, quantity: string, over: object = {}) => ({
  id: newId(),
  after: null,
  by: '何静',
  reason: 'quantity' as const,
  text: 'One strip was missing.',
  lines: [{ ...pack, itemId: itemOf(claim), quantity }],
  ...over,
});

describe('dispensing', () => {
  it('records how the patient was identified, and refuses it without batch, expiry and that', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const params = { claimId: claim.id };
    const line = { itemId: itemOf(claim), quantity: '1' };
    const body = { ...atTheCounter, id: newId(), lines: [{ ...pack, ...line }] };
    const path = `/api/dispensing/claims/${claim.id}/dispenses`;
    for (const wrong of [
      { ...body, lines: [line] },
      { ...body, lines: [{ ...line, ...pack, batch: ' ' }] },
      { ...body, lines: [{ ...line, ...pack, expires: '05/2027' }] },
      { ...body, lines: [{ ...line, ...pack, expires: '2027-13' }] },
      { ...body, identityCheck: undefined },
    ])
      expect((await one.client.raw('POST', path, { body: wrong })).status).toBe(400);
    const late = { ...body, lines: [{ ...pack, ...line, expires: '2024-05' }] };
    expect((await one.client.call(dispense, { params, body: late })).problem.code).toBe('dispensing.pack-expired');
    await one.client.ok(dispense, { params, body });
    const trail = (await trailOf(test, claim.id)).filter(({ action }) => action === 'dispensing.dispensed');
    expect(trail).toMatchObject([{ details: { identityCheck: 'identity-number' } }]);
    const { rows } = await test.database.admin.query('SELECT identity_check FROM dispense WHERE id = $1', [body.id]);
    expect(rows).toEqual([{ identity_check: 'identity-number' }]);
  });
});

it('names the patient’s allergies in both languages beside the recorded text', async () => {
  const patient = await clinic.factory.patient(clinic.hospital);
  const body = { substance: '二甲双胍', severity: 'severe' as const, reaction: '' };
  await patient.client.ok(addAllergy, { params: { patientId: patient.patientId }, body });
  const { code } = await counters.approved(patient);
  const claim = await one.client.ok(claimPrescription, { body: code });
  expect(claim.patient?.allergies).toEqual([{ substance: '二甲双胍', names: [{ en: 'Metformin', zh: '二甲双胍' }] }]);
});

it('distinguishes a patient without allergies from one who was not asked', async () => {
  const [asked, unasked] = [
    await clinic.factory.patient(clinic.hospital),
    await clinic.factory.patient(clinic.hospital),
  ];
  await asked.client.ok(stateNoAllergies, { params: { patientId: asked.patientId } });
  const stated = async (patient: typeof asked) => {
    const { code } = await counters.approved(patient);
    return (await one.client.ok(claimPrescription, { body: code })).patient;
  };
  expect(await stated(asked)).toMatchObject({ allergies: [], allergiesStated: true });
  expect(await stated(unasked)).toMatchObject({ allergies: [], allergiesStated: false });
});

describe('a correction of a dispense', () => {
  it('is added to the signed receipt, changes what remains, and is audited', async () => {
    const { code, claim, of } = await dispensed('6');
    const body = correction(claim, '4');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => one.client.ok(correctDispense, { params: of, body })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.lines[0]).toMatchObject({ dispensed: '4', remaining: '5' });
    const params = { prescriptionId: code.prescriptionId };
    const seen = await clinic.doctor.client.ok(readPrescription, { params });
    expect(seen.dispensing?.lines[0]).toMatchObject({ dispensed: '4', remaining: '5' });
    const paper = await clinic.doctor.client.ok(readPrescriptionReceipt, {
      params: { ...params, dispenseId: of.dispenseId },
    });
    expect(paper).toMatchObject({
      signature: 'valid',
      receipt: {
        lines: [{ quantity: '6' }],
        corrections: [{ by: '何静', reason: 'quantity', text: body.text, lines: [{ quantity: '4' }] }],
      },
      items: [{ remaining: '5' }],
    });
    const trail = (await trailOf(test, claim.id)).filter(({ action }) => action === 'dispensing.corrected');
    expect(trail).toMatchObject([
      { details: { dispenseId: of.dispenseId, correctionId: body.id, reason: 'quantity' } },
    ]);
    const other = await one.client.call(correctDispense, { params: of, body: { ...body, text: 'Another reason' } });
    expect(other.problem.code).toBe('resource.conflict');
  });

  it('is refused when the page does not show the last one, so that none undoes another unseen', async () => {
    const { claim, params, of } = await dispensed('6');
    const bodies = ['4', '5'].map((quantity) => correction(claim, quantity));
    const answers = await Promise.all(bodies.map((body) => one.client.call(correctDispense, { params: of, body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.problem.code).toBe('resource.stale');
    const [receipt] = (await one.client.ok(readClaim, { params })).dispenses;
    expect(receipt?.corrections).toHaveLength(1);
    const next = correction(claim, '3', { after: receipt?.corrections[0]?.id });
    expect(await one.client.ok(correctDispense, { params: of, body: next })).toMatchObject({
      lines: [{ dispensed: '3' }],
    });
  });

  it('needs a pack for what was dispensed only: nothing has none', async () => {
    const { claim, of } = await dispensed('6');
    const line = { itemId: itemOf(claim), note: '', batch: '', expires: '' };
    const path = `/api/dispensing/claims/${claim.id}/dispenses/${of.dispenseId}/corrections`;
    const some = correction(claim, '1', { lines: [{ ...line, quantity: '1' }] });
    expect((await one.client.raw('POST', path, { body: some })).status).toBe(400);
    const body = correction(claim, '0', { lines: [{ ...line, quantity: '0' }] });
    const after = await one.client.ok(correctDispense, { params: of, body });
    expect(after.lines[0]).toMatchObject({ dispensed: '0', remaining: '9' });
    expect(after.dispenses[0]?.corrections).toMatchObject([{ lines: [{ quantity: '0', note: '' }] }]);
  });

  it('cannot exceed what was prescribed; with the rest corrected in, the claim is complete', async () => {
    const { claim, of } = await dispensed('6');
    const more = await one.client.call(correctDispense, { params: of, body: correction(claim, '9.5') });
    expect(more.problem.code).toBe('dispensing.too-much');
    const whole = await one.client.ok(correctDispense, { params: of, body: correction(claim, '9') });
    expect(whole).toMatchObject({ endedAs: 'dispensed', lines: [{ remaining: '0' }] });
  });

  it('keeps the quantity once the claim has ended, and still corrects the pack', async () => {
    const { claim, params, of } = await dispensed('6');
    await one.client.ok(releaseClaim, { params, body: { reason: 'mistake' } });
    const less = await one.client.call(correctDispense, { params: of, body: correction(claim, '4') });
    expect(less.problem.code).toBe('dispensing.quantity-final');
    const body = correction(claim, '6', {
      reason: 'pack',
      lines: [{ ...pack, batch: '8B', itemId: itemOf(claim), quantity: '6.0' }],
    });
    const after = await one.client.ok(correctDispense, { params: of, body });
    expect(after.dispenses[0]?.corrections).toMatchObject([{ lines: [{ note: 'LOT 8B · EXP 2099-05' }] }]);
  });

  it('is possible for the pharmacy that dispensed only, for its own receipt and all of its lines', async () => {
    const { claim, params, of } = await dispensed('6');
    const elsewhere = await dispensed('1');
    const body = correction(claim, '4');
    expect((await two.client.call(correctDispense, { params: of, body })).status).toBe(404);
    const mixed = { ...params, dispenseId: elsewhere.of.dispenseId };
    expect((await one.client.call(correctDispense, { params: mixed, body })).status).toBe(404);
    const [line] = body.lines;
    for (const lines of [[{ ...pack, itemId: newId(), quantity: '1' }], [line, line]])
      expect(
        (
          await one.client.raw('POST', `/api/dispensing/claims/${claim.id}/dispenses/${of.dispenseId}/corrections`, {
            body: { ...body, lines },
          })
        ).status,
      ).toBe(400);
    expect((await one.client.ok(readClaim, { params })).dispenses[0]?.corrections).toEqual([]);
  });

  it('can neither be changed nor deleted by the api', async () => {
    const { rows } = await test.database.admin.query(
      `SELECT privilege_type AS right FROM information_schema.role_table_grants
       WHERE table_name = 'dispense_correction' AND grantee = 'yunzhen_app' ORDER BY 1`,
    );
    expect(rows).toEqual([{ right: 'INSERT' }, { right: 'SELECT' }]);
  });
});

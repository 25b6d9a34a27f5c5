import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import jsqr from 'jsqr';
import { newId } from '../../../server/src/platform/ids.ts';
import { claimPrescription, dispense } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { cancelPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionCode } from '../../../shared/src/signing/prescription-paper.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
let counters: PharmacyCounters;
// The package is CommonJS: its typed default export is the function itself.
const readCode = jsqr as unknown as typeof jsqr.default;

beforeAll(async () => {
  test = await startTestApi();
  await holdSealing(test.database);
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
  counters = new PharmacyCounters(test, clinic);
});
afterAll(() => test.close());

const signedFor = async () => {
  const patient = await clinic.factory.patient(clinic.hospital);
  const { id } = await clinic.signed(patient);
  const ask = (client = patient.client) => client.call(readPrescriptionCode, { params: { prescriptionId: id } });
  return { patient, id, ask };
};
const state = (answer: Awaited<ReturnType<Awaited<ReturnType<typeof signedFor>>['ask']>>) => answer.problem;
const over = (found: string) => ({ code: 'prescription.transition-refused', facts: { state: found } });

/** Returns what a camera reads from the code: modules of eight pixels with a light margin of four modules. */
function scanned(modules: readonly string[]): string | undefined {
  const side = (modules.length + 8) * 8;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[Math.floor(y / 8) - 4]?.[Math.floor(x / 8) - 4] === '1')
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return readCode(pixels, side, side)?.data;
}

describe('the code on the patient’s prescription page', () => {
  it('equals the printed code, can be scanned and verifies', async () => {
    const { id, ask } = await signedFor();
    await after.approve(id);
    const { address, modules } = (await ask()).value;
    expect(address).toBe(
      `${test.settings.PUBLIC_URL}/verify/${clinic.hospital.slug}/${id}#${await counters.secretOf(id)}`,
    );
    expect(scanned(modules)).toBe(address);
    const body = { hospital: clinic.hospital.slug, prescriptionId: id, secret: address.split('#')[1] ?? '' };
    expect(await new TestClient(test.url).ok(verifyCode, { body })).toMatchObject({ outcome: 'genuine' });
    const codeReads = (await trailOf(test, id)).filter(({ action }) => action === 'prescription.code-read');
    expect(codeReads).toHaveLength(1);
    expect(JSON.stringify(codeReads)).not.toContain(body.secret);
  });

  it('is available to the patient only', async () => {
    const { id, ask } = await signedFor();
    await after.approve(id);
    const neighbour = await clinic.factory.patient(clinic.hospital, '张敏');
    const elsewhere = await Clinic.open(test);
    const stranger = await elsewhere.factory.patient(elsewhere.hospital);
    for (const { client } of [neighbour, stranger, clinic.doctor, clinic.pharmacist, elsewhere.doctor])
      expect((await ask(client)).problem.code).toBe('resource.not-found');
  });

  it('is not shown before approval, or when the prescription is withdrawn, expired or used up', async () => {
    const cancelled = await signedFor();
    expect(state(await cancelled.ask())).toMatchObject(over('signed'));
    await after.approve(cancelled.id);
    expect((await cancelled.ask()).status).toBe(200);
    const params = { prescriptionId: cancelled.id };
    await clinic.doctor.client.ok(cancelPrescription, { params, body: { reason: 'The wrong strength' } });
    expect(state(await cancelled.ask())).toMatchObject(over('cancelled'));

    const used = await signedFor();
    await after.approve(used.id);
    const { client } = await counters.counter();
    const claim = await client.ok(claimPrescription, {
      body: { prescriptionId: used.id, secret: await counters.secretOf(used.id) },
    });
    // A pharmacy that claimed the prescription may scan it again.
    expect((await used.ask()).status).toBe(200);
    await client.ok(dispense, {
      params: { claimId: claim.id },
      body: {
        ...atTheCounter,
        id: newId(),
        lines: claim.lines.map(({ item }) => ({ ...pack, itemId: item.id, quantity: item.quantity.value })),
      },
    });
    expect(state(await used.ask())).toMatchObject(over('dispensed'));

    const late = await signedFor();
    await after.approve(late.id);
    test.clock.advance(2 * DAY_MS);
    const again = await clinic.factory.unconfirmedSession(late.patient);
    expect(state(await late.ask(again.client))).toMatchObject(over('expired'));
  });
});

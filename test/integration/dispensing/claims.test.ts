import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  answerCancellation,
  claimPrescription,
  dispense,
  listClaims,
  readClaim,
  releaseClaim,
  type DispensingClaim,
} from '../../../shared/src/dispensing/dispensing.contract.ts';
import { cancelPrescription, readPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { listen } from '../../support/record-socket.ts';
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

const handOut = (claim: DispensingClaim, quantity: string, id = newId(), substituteId: string | null = null) => ({
  params: { claimId: claim.id },
  body: { ...atTheCounter, id, lines: [{ ...pack, itemId: claim.lines[0]?.item.id ?? '', quantity, substituteId }] },
});
const outcome = async (code: { prescriptionId: string; secret: string }) =>
  (await new TestClient(test.url).ok(verifyCode, { body: { hospital: clinic.hospital.slug, ...code } })).outcome;

describe('a pharmacy’s claim', () => {
  it('is rejected before the review; a wrong secret is answered like an unknown prescription', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const code = { prescriptionId: signed.id, secret: await counters.secretOf(signed.id) };
    expect((await one.client.call(claimPrescription, { body: code })).problem.code).toBe('dispensing.not-approved');
    const wrong = await one.client.call(claimPrescription, { body: { ...code, secret: 'x'.repeat(43) } });
    const unknown = await one.client.call(claimPrescription, { body: { ...code, prescriptionId: newId() } });
    for (const answer of [wrong, unknown])
      expect(answer).toMatchObject({ status: 404, problem: { code: 'verification.unknown' } });
  });

  it('shows the patient to its pharmacy only; after a release another pharmacy may claim the rest', async () => {
    const { code, prescription } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    expect(claim).toMatchObject({
      patient: { name: '李伟' },
      patientInitials: 'L. W.',
      patientMasked: '李*',
      endedAt: null,
    });
    expect((await one.client.ok(claimPrescription, { body: code })).id).toBe(claim.id);
    expect((await two.client.call(claimPrescription, { body: code })).problem.code).toBe(
      'dispensing.claimed-by-another',
    );
    const of = { params: { claimId: claim.id } };
    expect((await two.client.call(readClaim, of)).status).toBe(404);
    expect((await two.client.call(releaseClaim, { ...of, body: { reason: 'other' } })).status).toBe(404);
    expect(await outcome(code)).toBe('with-dispenser');

    await one.client.ok(dispense, handOut(claim, '4'));
    const params = { claimId: claim.id };
    await one.client.ok(releaseClaim, { params, body: { reason: 'not-in-stock' } });
    await one.client.ok(releaseClaim, { params, body: { reason: 'not-in-stock' } });
    expect(await outcome(code)).toBe('partly-used');
    const next = await two.client.ok(claimPrescription, { body: code });
    expect(next.lines[0]).toMatchObject({ dispensed: '4', remaining: '5' });
    expect((await one.client.call(dispense, handOut(claim, '1'))).problem.code).toBe('dispensing.claim-ended');
    expect((await two.client.call(dispense, handOut(next, '5.5'))).problem.code).toBe('dispensing.too-much');
    const done = await two.client.ok(dispense, handOut(next, '5'));
    expect(done).toMatchObject({ endedAs: 'dispensed', dispenses: [{ by: '张敏' }, { by: '张敏' }] });
    expect(await outcome(code)).toBe('used');
    expect((await one.client.call(claimPrescription, { body: code })).problem.code).toBe('dispensing.used');
    const seen = await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: prescription.id } });
    expect(seen).toMatchObject({ status: 'dispensed', dispensing: { heldBy: null, lines: [{ remaining: '0' }] } });
    expect((await two.client.ok(listClaims, { query: { state: 'ended' } })).items.map(({ id }) => id)).toContain(
      next.id,
    );
  });

  it('hides the patient again when nothing was dispensed', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const params = { claimId: claim.id };
    expect((await one.client.ok(releaseClaim, { params, body: { reason: 'mistake' } })).patient).toBeNull();
    expect(await outcome(code)).toBe('genuine');
  });

  it('allows a substitute of the same ingredient and strength only', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const refused = await one.client.call(dispense, handOut(claim, '1', newId(), 'ibuprofen-200mg-tablet'));
    expect(refused.problem.code).toBe('dispensing.substitution-refused');
    const [offered] = claim.lines[0]?.substitutes ?? [];
    if (!offered) return;
    const given = await one.client.ok(dispense, handOut(claim, '1', newId(), offered.productId));
    expect(given.dispenses[0]?.lines[0]).toMatchObject({ substituted: true, productName: offered.name });
  });
});

describe('simultaneous requests of pharmacies', () => {
  it('give the claim to one of twenty', async () => {
    const { code } = await counters.approved();
    const pharmacies = await Promise.all(Array.from({ length: 18 }, () => counters.counter()));
    const answers = await Promise.all(
      [one, two, ...pharmacies].map(({ client }) => client.call(claimPrescription, { body: code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem?.code === 'dispensing.claimed-by-another')).toHaveLength(19);
    const { rows } = await test.database.admin.query(
      'SELECT count(*)::int AS n FROM dispensing_claim WHERE prescription_id = $1',
      [code.prescriptionId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('dispense once for twenty retries, with the same response for all', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const input = handOut(claim, '9');
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.client.call(dispense, input)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const bodies = answers.map(({ value }) => JSON.stringify(value));
    expect(new Set(bodies).size).toBe(1);
    const { rows } = await test.database.admin.query('SELECT lines FROM dispense WHERE prescription_id = $1', [
      code.prescriptionId,
    ]);
    expect(rows).toHaveLength(1);
    const other = await one.client.call(dispense, handOut(claim, '1', input.body.id));
    expect(other.problem.code).toBe('resource.conflict');
  });

  it('never dispense more than was prescribed, from two screens at once', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const answers = await Promise.all(['6', '6', '6'].map((n) => one.client.call(dispense, handOut(claim, n))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await one.client.ok(readClaim, { params: { claimId: claim.id } })).lines[0]?.remaining).toBe('3');
  });

  it('leave no partial state after a failure', async () => {
    const { code } = await counters.approved();
    const claim = await one.client.ok(claimPrescription, { body: code });
    const { admin } = test.database;
    await admin.query(`CREATE FUNCTION fail_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.action = 'dispensing.dispensed' THEN RAISE EXCEPTION 'disk full'; END IF; RETURN NEW; END $$`);
    await admin.query(
      'CREATE TRIGGER fail_audit BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION fail_audit()',
    );
    const input = handOut(claim, '9');
    const failed = await one.client.call(dispense, input);
    await admin.query('DROP TRIGGER fail_audit ON audit_event');
    expect(failed.status).toBe(500);
    const state = async () =>
      (
        await admin.query(
          `SELECT p.status, (SELECT count(*)::int FROM dispense d WHERE d.prescription_id = p.id) AS n,
             (SELECT count(*)::int FROM dispensing_claim c WHERE c.prescription_id = p.id AND ended_at IS NULL) AS open
           FROM prescription p WHERE id = $1`,
          [code.prescriptionId],
        )
      ).rows[0] as unknown;
    expect(await state()).toEqual({ status: 'dispensing', n: 0, open: 1 });
    await one.client.ok(dispense, input);
    expect(await state()).toEqual({ status: 'dispensed', n: 1, open: 0 });
  });
});

describe('the doctor’s withdrawal of a prescription', () => {
  const body = { reason: 'Another medicine' };

  it('is immediate without a claim, requested during a claim, and rejected when all was dispensed', async () => {
    const { code } = await counters.approved();
    const params = { prescriptionId: code.prescriptionId };
    const claim = await one.client.ok(claimPrescription, { body: code });
    const asked = await clinic.doctor.client.ok(cancelPrescription, { params, body });
    expect(asked).toMatchObject({ status: 'dispensing', dispensing: { cancellation: { status: 'asked' } } });
    expect((await one.client.call(dispense, handOut(claim, '1'))).problem.code).toBe('dispensing.cancellation-asked');
    const answer = { params: { claimId: claim.id } };
    await one.client.ok(answerCancellation, { ...answer, body: { agree: false, note: 'The patient has it already' } });
    const declined = await clinic.doctor.client.ok(readPrescription, { params });
    expect(declined).toMatchObject({ status: 'dispensing', dispensing: { cancellation: { status: 'declined' } } });
    await one.client.ok(dispense, handOut(claim, '9'));
    const late = await clinic.doctor.client.call(cancelPrescription, { params, body });
    expect(late.problem.code).toBe('prescription.already-dispensed');
  });

  it('takes effect when the pharmacy agrees or releases its claim, and is published to both at once', async () => {
    for (const route of ['agree', 'release'] as const) {
      const { code } = await counters.approved();
      const params = { prescriptionId: code.prescriptionId };
      const claim = await one.client.ok(claimPrescription, { body: code });
      await clinic.doctor.client.ok(cancelPrescription, { params, body });
      const page = await listen(test.url, clinic.doctor.accessToken);
      const of = { params: { claimId: claim.id } };
      if (route === 'agree') await one.client.ok(answerCancellation, { ...of, body: { agree: true } });
      else await one.client.ok(releaseClaim, { ...of, body: { reason: 'not-in-stock' } });
      await page.next({ event: 'prescription.cancelled', id: code.prescriptionId });
      page.close();
      expect((await two.client.call(claimPrescription, { body: code })).problem.code).toBe('dispensing.cancelled');
      expect(await outcome(code)).toBe('cancelled');
    }
  });

  it('in a race with a claim, exactly one of the two succeeds', async () => {
    for (let round = 0; round < 5; round++) {
      const { code } = await counters.approved();
      const params = { prescriptionId: code.prescriptionId };
      const [withdrawn, claimed] = await Promise.all([
        clinic.doctor.client.ok(cancelPrescription, { params, body }),
        one.client.call(claimPrescription, { body: code }),
      ]);
      if (withdrawn.status === 'cancelled') expect(claimed.problem.code).toBe('dispensing.cancelled');
      else expect([withdrawn.status, claimed.status]).toEqual(['dispensing', 200]);
    }
  });
});

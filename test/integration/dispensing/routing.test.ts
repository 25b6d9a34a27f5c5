import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPharmacy,
  withdrawPharmacy,
  withdrawPharmacyKey,
} from '../../../shared/src/dispensing/pharmacies.contract.ts';
import {
  claimPrescription,
  dispense,
  readClaim,
  releaseClaim,
} from '../../../shared/src/dispensing/dispensing.contract.ts';
import {
  choosePharmacy,
  claimRoutedPrescription,
  listRoutedPrescriptions,
  readPharmacyChoice,
} from '../../../shared/src/dispensing/routing.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { cancelPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { rejectReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { listen } from '../../support/record-socket.ts';
import { runJob } from '../../support/run-job.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let counters: PharmacyCounters;
let one: Awaited<ReturnType<PharmacyCounters['counter']>>;
let two: typeof one;
type Patient = Awaited<ReturnType<Clinic['factory']['patient']>>;
let patient: Patient;

beforeAll(async () => {
  test = await startTestApi();
  await holdSealing(test.database);
  clinic = await Clinic.open(test);
  counters = new PharmacyCounters(test, clinic);
  one = await counters.counter();
  two = await counters.counter();
});
beforeEach(async () => {
  patient = await clinic.factory.patient(clinic.hospital);
});
afterAll(() => test.close());

const send = (prescriptionId: string, pharmacyId: string | null, by: Patient = patient) =>
  by.client.call(choosePharmacy, { params: { prescriptionId }, body: { pharmacyId } });
const routedTo = async ({ client }: typeof one) =>
  (await client.ok(listRoutedPrescriptions, {})).items.map(({ prescriptionId }) => prescriptionId);
const release = ({ client }: typeof one, { id: claimId }: { id: string }) =>
  client.ok(releaseClaim, { params: { claimId }, body: { reason: 'patient-goes-elsewhere' } });
const loratadine = () => {
  const timing = { frequency: 1, period: 1, periodUnit: 'd', when: 'after-meal' } as const;
  const quantity = { value: '3', unit: 'tablet', manual: false };
  return line({ productId: 'loratadine-10mg-tablet', timing, quantity });
};

describe('a prescription that its patient sends to a pharmacy', () => {
  it('is in that pharmacy’s list once approved, and claimed there without the code', async () => {
    const { prescription, code } = await counters.approved(patient);
    const params = { prescriptionId: prescription.id };
    expect((await one.client.call(claimRoutedPrescription, { params })).status).toBe(404);
    expect((await send(prescription.id, one.id)).status).toBe(204);
    const choice = await patient.client.ok(readPharmacyChoice, { params });
    expect(choice).toMatchObject({ chosen: one.id, open: true });
    expect(choice.pharmacies.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    const { items } = await one.client.ok(listRoutedPrescriptions, {});
    const listed = items.find(({ prescriptionId }) => prescriptionId === prescription.id);
    const [item] = prescription.items;
    expect(listed).toMatchObject({
      patientInitials: 'L. W.',
      patientMasked: '李*',
      items: [item?.productName],
      medicines: [{ name: item?.productName, strength: item?.strength, form: item?.form, substitutionAllowed: true }],
      validUntil: prescription.validUntil,
    });
    const { value, unit } = item?.quantity ?? {};
    expect(listed?.medicines?.[0]?.quantity).toEqual({ value, unit });
    expect(JSON.stringify(listed)).not.toMatch(/李伟|Li Wei/);
    expect(await routedTo(two)).not.toContain(prescription.id);
    expect((await two.client.call(claimRoutedPrescription, { params })).status).toBe(404);

    const claim = await one.client.ok(claimRoutedPrescription, { params });
    expect(claim).toMatchObject({ prescriptionId: prescription.id, patient: { name: '李伟' } });
    expect((await one.client.ok(claimRoutedPrescription, { params })).id).toBe(claim.id);
    const of = { params: { patientId: patient.patientId } };
    const looks = async () => (await patient.client.ok(listChartLooks, of)).items;
    // In the list, claimed, and shown again.
    expect((await looks()).find(({ roles }) => roles.includes('dispenser'))?.count).toBe(3);
    expect(await routedTo(one)).not.toContain(prescription.id);
    expect((await two.client.call(claimPrescription, { body: code })).problem.code).toBe(
      'dispensing.claimed-by-another',
    );
    expect((await send(prescription.id, two.id)).problem.code).toBe('resource.conflict');
    expect(await patient.client.ok(readPharmacyChoice, { params })).toMatchObject({ open: false, chosen: null });
    expect((await one.client.call(readClaim, { params: { claimId: claim.id } })).status).toBe(200);
    expect(await trailOf(test, prescription.id)).toContainEqual(
      expect.objectContaining({ action: 'prescription.pharmacy-chosen', details: { pharmacyId: one.id } }),
    );
    expect(await trailOf(test, claim.id)).toContainEqual(
      expect.objectContaining({
        action: 'dispensing.claimed',
        details: { prescriptionId: prescription.id, routed: true, sentTo: one.id },
      }),
    );
  });

  it('needs its code or a new choice once the pharmacy has released it', async () => {
    const { prescription, code } = await counters.approved(patient);
    const params = { prescriptionId: prescription.id };
    await send(prescription.id, one.id);
    await release(one, await one.client.ok(claimRoutedPrescription, { params }));
    expect(await routedTo(one)).not.toContain(prescription.id);
    expect((await one.client.call(claimRoutedPrescription, { params })).status).toBe(404);
    expect(await patient.client.ok(readPharmacyChoice, { params })).toMatchObject({ open: true, chosen: null });
    await release(one, await one.client.ok(claimPrescription, { body: code }));
    await send(prescription.id, one.id);
    expect(await routedTo(one)).toContain(prescription.id);
  });

  it('is not claimed at the chosen pharmacy any more after another one claimed it by its code', async () => {
    const { prescription, code } = await counters.approved(patient);
    const params = { prescriptionId: prescription.id };
    await send(prescription.id, one.id);
    const claim = await two.client.ok(claimPrescription, { body: code });
    expect((await one.client.call(claimRoutedPrescription, { params })).status).toBe(404);
    await release(two, claim);
    expect(await routedTo(one)).not.toContain(prescription.id);
    expect((await one.client.call(claimRoutedPrescription, { params })).status).toBe(404);
    expect(await trailOf(test, claim.id)).toContainEqual(
      expect.objectContaining({
        action: 'dispensing.claimed',
        details: { prescriptionId: prescription.id, routed: false, sentTo: one.id },
      }),
    );
  });

  it('goes to one pharmacy when the chosen one and one with the code claim it at the same moment', async () => {
    const { prescription, code } = await counters.approved(patient);
    const params = { prescriptionId: prescription.id };
    await send(prescription.id, one.id);
    const answers = await Promise.all([
      one.client.call(claimRoutedPrescription, { params }),
      two.client.call(claimPrescription, { body: code }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 200);
    expect(['resource.not-found', 'dispensing.claimed-by-another']).toContain(refused?.problem.code);
    const { rows } = await test.database.admin.query('SELECT id FROM dispensing_claim WHERE prescription_id = $1', [
      prescription.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is not listed as a whole after a part of it was dispensed', async () => {
    const { prescription } = await counters.approved(patient, [line(), loratadine()]);
    const params = { prescriptionId: prescription.id };
    await send(prescription.id, one.id);
    const claim = await one.client.ok(claimRoutedPrescription, { params });
    const [first, second] = claim.lines;
    if (!first || !second) throw new Error('the claim has not two lines');
    const lines = [{ ...pack, itemId: first.item.id, quantity: first.remaining }];
    const body = { ...atTheCounter, id: newId(), lines };
    await one.client.ok(dispense, { params: { claimId: claim.id }, body });
    await release(one, claim);
    expect(await routedTo(one)).not.toContain(prescription.id);
    await send(prescription.id, two.id);
    const { items } = await two.client.ok(listRoutedPrescriptions, {});
    const listed = items.find(({ prescriptionId }) => prescriptionId === prescription.id);
    expect(listed?.medicines).toMatchObject([{ id: second.item.id, name: second.item.productName }]);
  });

  it('leaves the list with another choice, none, or a withdrawn pharmacy; the code still works anywhere', async () => {
    const { prescription, code } = await counters.approved(patient);
    await send(prescription.id, one.id);
    await send(prescription.id, two.id);
    expect(await routedTo(one)).not.toContain(prescription.id);
    expect(await routedTo(two)).toContain(prescription.id);
    await send(prescription.id, null);
    expect(await routedTo(two)).not.toContain(prescription.id);

    const gone = await counters.counter();
    await send(prescription.id, gone.id);
    const administrator = await counters.administrator();
    await administrator.ok(withdrawPharmacy, { params: { pharmacyId: gone.id } });
    const params = { prescriptionId: prescription.id };
    expect(await patient.client.ok(readPharmacyChoice, { params })).toMatchObject({ chosen: null, open: true });
    expect((await send(prescription.id, gone.id)).status).toBe(404);
    expect((await two.client.call(claimPrescription, { body: code })).status).toBe(200);
  });

  it('cannot be sent where no one can dispense: to a pharmacy without people and key, or with a withdrawn key', async () => {
    const administrator = await counters.administrator();
    const empty = { id: newId(), name: { en: 'Empty', zh: '空' }, kind: 'outside' as const };
    await administrator.ok(createPharmacy, { body: empty });
    const { prescription } = await counters.approved(patient);
    const params = { prescriptionId: prescription.id };
    const offered = async () => {
      const { chosen, pharmacies } = await patient.client.ok(readPharmacyChoice, { params });
      return { chosen, ids: pharmacies.map(({ id }) => id) };
    };
    expect((await send(prescription.id, empty.id)).status).toBe(404);
    const closing = await counters.counter();
    await send(prescription.id, closing.id);
    expect(await offered()).toMatchObject({ chosen: closing.id });
    expect((await offered()).ids).toContain(closing.id);
    expect((await offered()).ids).not.toContain(empty.id);
    await administrator.ok(withdrawPharmacyKey, { params: { pharmacyId: closing.id } });
    expect(await offered()).toMatchObject({ chosen: null });
    expect((await offered()).ids).not.toContain(closing.id);
    expect((await send(prescription.id, closing.id)).status).toBe(404);
  });

  it('may be sent before the review and is not listed before it; another patient cannot send it', async () => {
    const signed = await clinic.signed(patient);
    expect((await send(signed.id, one.id)).status).toBe(204);
    expect(await routedTo(one)).not.toContain(signed.id);
    const params = { prescriptionId: signed.id };
    expect((await one.client.call(claimRoutedPrescription, { params })).problem.code).toBe('dispensing.not-approved');
    const other = await clinic.factory.patient(clinic.hospital);
    expect((await send(signed.id, two.id, other)).status).toBe(404);
    expect((await other.client.call(readPharmacyChoice, { params })).status).toBe(404);
  });

  it('is in the inbox of the chosen pharmacy once it can be claimed, once an hour, and in no other inbox', async () => {
    const sentNotices = async ({ client }: typeof one) => {
      const { items } = await client.ok(listNotifications, { query: { locale: 'en' } });
      return items.filter(({ template }) => template === 'pharmacy.prescription-sent');
    };
    const third = await counters.counter();
    const fourth = await counters.counter();
    const signed = await clinic.signed(patient);
    await send(signed.id, third.id);
    expect(await sentNotices(third)).toEqual([]);
    await new Dispensary(test, clinic).approve(signed.id);
    const [notice, ...more] = await sentNotices(third);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ link: '/dispensing?list=routed', about: null });
    expect(JSON.stringify(notice)).not.toMatch(/李|Li Wei|L\. W\./);

    await send(signed.id, fourth.id);
    await send(signed.id, null);
    await send(signed.id, fourth.id);
    expect(await sentNotices(third)).toHaveLength(1);
    expect(await sentNotices(fourth)).toHaveLength(1);
  });

  it('is nothing to another hospital’s pharmacy or patient', async () => {
    const elsewhere = await Clinic.open(test);
    const theirs = await new PharmacyCounters(test, elsewhere).counter();
    const { prescription } = await counters.approved(patient);
    expect((await send(prescription.id, theirs.id)).status).toBe(404);
    await send(prescription.id, one.id);
    const params = { prescriptionId: prescription.id };
    expect(await routedTo(one)).toContain(prescription.id);
    expect(await routedTo(theirs)).toEqual([]);
    expect((await theirs.client.call(claimRoutedPrescription, { params })).status).toBe(404);
    const stranger = await elsewhere.factory.patient(elsewhere.hospital);
    expect((await send(prescription.id, one.id, stranger)).status).toBe(404);
    expect((await one.client.call(claimRoutedPrescription, { params })).status).toBe(200);
  });

  it('refreshes the lists of the pharmacies and the pages of the patient when the choice or the prescription changes', async () => {
    const pharmacy = await listen(test.url, one.client.accessToken ?? '');
    const own = await listen(test.url, patient.accessToken);
    /** Resolves when the pharmacy’s list is refreshed for this prescription by what is done. */
    const refreshes = async (id: string, work: () => Promise<unknown>) => {
      pharmacy.forget();
      await work();
      await pharmacy.next({ entity: 'claim', id });
    };
    const signedAndSent = async (by?: Patient) => {
      const person = by ?? (await clinic.factory.patient(clinic.hospital));
      const { id } = await clinic.signed(person);
      await refreshes(id, () => send(id, one.id, person));
      return id;
    };
    const dispensary = new Dispensary(test, clinic);
    const { client: pharmacist } = clinic.pharmacist;

    const cancelled = await signedAndSent(patient);
    await own.next({ event: 'dispensing.changed', entity: 'prescription', id: cancelled });
    await refreshes(cancelled, () => dispensary.approve(cancelled));
    const cancel = { params: { prescriptionId: cancelled }, body: { reason: 'Other medicine' } };
    await refreshes(cancelled, () => clinic.doctor.client.ok(cancelPrescription, cancel));

    const rejected = await signedAndSent();
    const params = { reviewId: await dispensary.reviewOf(rejected) };
    await pharmacist.ok(startReview, { params });
    const body = { reason: 'dose', text: 'Please halve the dose.' } as const;
    await refreshes(rejected, () => pharmacist.ok(rejectReview, { params, body }));

    const claimed = await signedAndSent();
    await refreshes(claimed, () => dispensary.approve(claimed));
    const code = { prescriptionId: claimed, secret: await counters.secretOf(claimed) };
    await refreshes(claimed, () => two.client.ok(claimPrescription, { body: code }));

    const expired = await signedAndSent();
    // Last, because it also ends the sessions.
    test.clock.advance(4 * 86_400_000);
    await runJob(test, clinic.hospital.id, 'expire-prescriptions');
    const events = (await eventsOf(test, expired)).filter(({ type }) => type === 'dispensing.changed');
    expect(events).toHaveLength(2);
    pharmacy.close();
    own.close();
  });
});

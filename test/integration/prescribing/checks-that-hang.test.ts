import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAllergy } from '../../../shared/src/chart/chart.contract.ts';
import {
  readPrescription,
  savePrescription,
  signPrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { safetyChecks } from '../../../shared/src/prescribing/prescribing.constants.ts';
import { approveReview, readReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { SafetyThreads } from '../../../server/src/api/prescribing/safety/threads/safety-threads.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const log = createLogger({ name: 'test', level: 'fatal' });
const registry = '../../../server/src/api/prescribing/safety/testing/failing-registry.ts';
/** Returns real threads with real checks, one of which fails when a patient’s data say so. */
const failingThreads = (check: number) =>
  new SafetyThreads(log, {
    limits: { check, prepare: 30_000, start: 50_000, whole: 60_000, wait: 60_000 },
    registry: { url: new URL(registry, import.meta.url).href, names: [...safetyChecks] },
  });
// Long enough for a healthy check on a busy machine.
const ending = failingThreads(6_000);
const waiting = failingThreads(60_000);

const { check } = SafetyThreads.prototype;
const checkIn = (threads: SafetyThreads) =>
  vi.spyOn(SafetyThreads.prototype, 'check').mockImplementation((input) => check.call(threads, input));

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
const allChecksExcept = (missing: string) => safetyChecks.filter((check) => check !== missing);

beforeAll(async () => {
  test = await startTestApi({}, log);
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
});
beforeEach(() => void checkIn(ending));
afterAll(async () => {
  await test.close();
  await Promise.all([ending.stop(), waiting.stop()]);
});

/** Makes the dose check fail in this way for this patient from now on. */
const fail = (patient: TestPerson & { patientId: string }, how: 'hangs' | 'throws' | 'dies') =>
  patient.client.ok(addAllergy, {
    params: { patientId: patient.patientId },
    body: { substance: 'Penicillin', reaction: `${how}:dose` },
  });

describe('a safety check that fails', () => {
  it.each(['hangs', 'throws', 'dies'] as const)('%s: is “not checked” in a saved draft', async (how) => {
    const patient = await clinic.factory.patient(clinic.hospital);
    await fail(patient, how);
    const { safety } = await clinic.drafted(await clinic.admitted(patient));
    expect(safety?.checks).toEqual(allChecksExcept('dose'));
    expect(safety?.notChecked).toMatchObject([{ check: 'dose' }]);
    expect(safety?.notChecked[0]?.reason.zh).not.toBe('');
  });

  it('blocks a signature until the doctor has seen it, and not longer', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    expect(draft.safety?.checks).toEqual(safetyChecks);
    const params = { prescriptionId: draft.id };
    const sign = (version: number) => clinic.doctor.client.call(signPrescription, { params, version, body: {} });

    await fail(patient, 'hangs');
    const refused = await sign(draft.version);
    expect(refused.problem).toMatchObject({ code: 'prescription.unchecked-unseen', facts: { check: 'dose' } });
    expect((await clinic.doctor.client.ok(readPrescription, { params })).status).toBe('draft');

    const saved = await clinic.doctor.client.ok(savePrescription, {
      params,
      version: draft.version,
      body: {
        items: draft.items.map(({ productName: _n, strength: _s, form: _f, instruction: _i, ...input }) => input),
      },
    });
    expect(saved.safety?.notChecked).toMatchObject([{ check: 'dose' }]);
    expect((await sign(saved.version)).status).toBe(200);
    // The signed payload names every check that ran, its data, and the one that did not run.
    const { rows } = await test.database.admin.query('SELECT signed_payload FROM prescription WHERE id = $1', [
      draft.id,
    ]);
    const { checks } = JSON.parse(rows[0].signed_payload as string) as {
      checks: {
        ran: { check: string; dataVersion: string }[];
        notChecked: { check: string; reason: { zh: string } }[];
      };
    };
    expect(checks.ran.map(({ check }) => check)).toEqual(allChecksExcept('dose'));
    expect(new Set(checks.ran.map(({ dataVersion }) => dataVersion))).toEqual(new Set([saved.safety?.dataVersion]));
    expect(checks.notChecked).toMatchObject([{ check: 'dose', reason: saved.safety?.notChecked[0]?.reason }]);
  });

  it('blocks an approval until the pharmacist has seen it', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const params = { reviewId: await after.reviewOf(signed.id) };
    const pharmacist = clinic.pharmacist.client;
    await pharmacist.ok(startReview, { params });
    await fail(patient, 'throws');
    expect((await pharmacist.call(approveReview, { params, body: ticked })).problem).toMatchObject({
      code: 'review.unchecked-unseen',
      facts: { check: 'dose' },
    });
    const { safetyNow, status } = await pharmacist.ok(readReview, { params });
    expect(status).toBe('in-progress');
    expect(safetyNow).toMatchObject({ checks: allChecksExcept('dose'), notChecked: [{ check: 'dose' }] });
    const approved = await pharmacist.ok(approveReview, { params, body: { ...ticked, notMade: ['dose'] } });
    expect(approved.status).toBe('completed');
  });

  it('does not delay other prescriptions', async () => {
    checkIn(waiting);
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-hangs-'));
    const [slow, quick] = [
      await clinic.factory.patient(clinic.hospital),
      await clinic.factory.patient(clinic.hospital),
    ];
    await slow.client.ok(addAllergy, {
      params: { patientId: slow.patientId },
      body: { substance: 'Penicillin', reaction: `waits:dose:${join(folder, 'go-on')}` },
    });
    const [hung, other] = [await clinic.admitted(slow), await clinic.admitted(quick)];
    let done = false;
    const hanging = clinic.drafted(hung).finally(() => (done = true));
    expect((await clinic.drafted(other)).safety?.checks).toEqual(safetyChecks);
    expect(done).toBe(false);
    await writeFile(join(folder, 'go-on'), '');
    expect((await hanging).safety?.checks).toEqual(safetyChecks);
    await rm(folder, { recursive: true });
  });
});

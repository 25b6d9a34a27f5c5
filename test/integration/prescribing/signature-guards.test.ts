import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAllergy } from '../../../shared/src/chart/chart.contract.ts';
import {
  createPrescription,
  readPrescription,
  savePrescription,
  signPrescription,
  type Prescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
});
afterAll(() => test.close());

describe('the guards of a prescription’s signature', () => {
  it('reject a session without a recent second factor', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const unconfirmed = await clinic.factory.unconfirmedSession(clinic.doctor);
    const answer = await unconfirmed.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {},
    });
    expect(answer.problem).toMatchObject({ code: 'auth.second-factor-required', facts: { enrolled: false } });
    expect(await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: draft.id } })).toMatchObject({
      status: 'draft',
    });
  });

  it('reject an alert without a reason and one that cannot be overridden', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: 'Paracetamol', substanceCode: 'paracetamol', severity: 'severe' },
    });
    const visit = await clinic.admitted(patient);
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    expect(draft.safety?.issues.map((issue) => issue.check)).toContain('allergy');
    const answer = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {},
    });
    expect(['prescription.issue-unacknowledged', 'prescription.issue-not-overridable']).toContain(answer.problem.code);
  });

  it('report “not checked” for an allergy that cannot be recognised', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: 'the blue pill from my aunt' },
    });
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    expect(draft.safety?.notChecked.map((entry) => entry.check)).toContain('allergy');
  });

  it('reject a draft without a diagnosis, without a medicine, or against a rule of the jurisdiction', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const sign = (prescription: Prescription) =>
      clinic.doctor.client.call(signPrescription, {
        params: { prescriptionId: prescription.id },
        version: prescription.version,
        body: {},
      });
    expect((await sign(draft)).problem.code).toBe('prescription.diagnosis-missing');

    const first = await clinic.admitted(await clinic.factory.patient(clinic.hospital), 'no');
    await clinic.diagnosed(first, 'J03.9', { firstVisit: true });
    const blocked = await clinic.drafted(first);
    expect(blocked.blockedBy.map((finding) => finding.ruleId)).toContain('cn.follow-up-only');
    expect((await sign(blocked)).problem).toMatchObject({
      code: 'prescription.rule-blocked',
      facts: { rule: 'cn.follow-up-only' },
    });

    const empty = await clinic.doctor.client.ok(createPrescription, { params: { visitId: visit.id } });
    await clinic.diagnosed(visit);
    const cleared = await clinic.doctor.client.ok(savePrescription, {
      params: { prescriptionId: empty.id },
      version: empty.version,
      body: { items: [] },
    });
    expect((await sign(cleared)).problem.code).toBe('prescription.empty');
  });

  it('reject beside its field a draft of an earlier release with characters that reorder text', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    const set = `UPDATE prescription SET items = jsonb_set(items, '{0,note}', '"\u202e01\u202c tablets"') WHERE id = $1`;
    await test.database.admin.query(set, [draft.id]);
    const rejected = await clinic.doctor.client.call(signPrescription, { params, version: draft.version, body: {} });
    expect([rejected.status, rejected.problem.code]).toEqual([400, 'validation.failed']);
    expect(rejected.problem.fields).toEqual([{ path: 'items.0.note', rule: 'unprintable' }]);
    expect(await clinic.doctor.client.ok(readPrescription, { params })).toMatchObject({ status: 'draft' });
  });

  it('reject a negative or zero dose, an unknown medicine and unknown fields, and change nothing', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const save = (item: object) =>
      clinic.doctor.client.raw('PUT', `/api/prescriptions/${draft.id}`, {
        version: draft.version,
        body: { items: [item] },
      });
    const before = await after.denials('validation.failed');
    for (const bad of [
      { ...line(), dose: { value: '-1', unit: 'tablet' } },
      { ...line(), dose: { value: '0', unit: 'tablet' } },
      { ...line(), dose: { value: 1, unit: 'tablet' } },
      { ...line(), durationDays: 0 },
      { ...line(), surprise: true },
    ]) {
      const answer = await save(bad);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { code: string }).code).toBe('validation.failed');
    }
    expect(await after.denials('validation.failed')).toBe(before + 5);
    const unknown = await save(line({ productId: 'snake-oil' }));
    expect(((await unknown.json()) as { code: string }).code).toBe('prescription.item-invalid');
    expect((await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: draft.id } })).version).toBe(
      draft.version,
    );
  });

  it('reject a visit that is not in progress and a doctor of another visit', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    const other = await clinic.factory.doctor(clinic.hospital, '另一位医生');
    expect((await other.client.call(createPrescription, { params: { visitId: visit.id } })).problem.code).toBe(
      'resource.not-found',
    );
    expect((await other.client.call(readPrescription, { params: { prescriptionId: draft.id } })).status).toBe(404);
    expect(
      (
        await other.client.call(signPrescription, {
          params: { prescriptionId: draft.id },
          version: draft.version,
          body: {},
        })
      ).status,
    ).toBe(404);
    await test.database.admin.query(`UPDATE visit SET status = 'completed', ended_at = now() WHERE id = $1`, [
      visit.id,
    ]);
    const late = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {},
    });
    expect(late.problem.code).toBe('visit.not-in-progress');
  });

  it('reject a stale save with 412 and the current version, and a save without a version with 428', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    const stale = await clinic.doctor.client.call(savePrescription, {
      params,
      version: draft.version - 1,
      body: { items: [] },
    });
    expect(stale).toMatchObject({
      status: 412,
      problem: { code: 'resource.stale', facts: { version: draft.version } },
    });
    const bare = await clinic.doctor.client.call(savePrescription, { params, body: { items: [] } });
    expect(bare.status).toBe(428);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import { readVisitBasis } from '../../../shared/src/chart/visit-basis.contract.ts';
import { shiftDay } from '../../../shared/src/core/time/calendar-day.ts';
import type { PriorEvidence } from '../../../shared/src/intake/prior-evidence.schemas.ts';
import {
  cancelPrescription,
  createPrescription,
  readPrescription,
  savePrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { checkIn } from '../../../shared/src/visits/visits.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { checkInBody, plannedVisit } from '../../support/visit-steps.ts';
import { drawing } from '../chat/sample-files.ts';
import { handIn, nothingYet, opened, saved } from '../intake/intake-steps.ts';
import {
  test,
  clinic,
  patient,
  today,
  openBasisClinic,
  nextPatient,
  outside,
  admitted,
  read,
  state,
  openPages,
  followUp,
  withdrawn,
  firstVisit,
  evidenceOf,
  proven,
  diagnosed,
  signing,
  handedOver,
} from './visit-basis-steps.ts';

openBasisClinic();

/** Changes stored evidence, as only the owner of the tables can. */
async function changeEvidence(visitId: string, assignment: string): Promise<void> {
  const { admin } = test.database;
  await admin.query('ALTER TABLE prior_diagnosis DISABLE TRIGGER prior_diagnosis_is_final');
  await admin.query(`UPDATE prior_diagnosis SET ${assignment} WHERE visit_id = $1`, [visitId]);
  await admin.query('ALTER TABLE prior_diagnosis ENABLE TRIGGER prior_diagnosis_is_final');
}

describe('a follow-up with evidence', () => {
  it('is stated after the pages were opened, and is part of the signed record', async () => {
    const visitId = await admitted(outside(), 2);
    await diagnosed(visitId, 'J03.9');
    const shown = await read(visitId);
    expect(shown).toMatchObject({
      required: true,
      version: 0,
      statement: null,
      limit: { days: 183, regulated: false },
    });
    expect(shown.evidence).toMatchObject([
      { source: 'outside', institution: '市人民医院', fault: null, opened: false },
    ]);
    expect(shown.evidence[0]?.pages).toHaveLength(2);
    const evidenceId = shown.evidence[0]?.id ?? '';
    expect((await state(visitId, 0, followUp(evidenceId))).problem.code).toBe('visit-basis.not-opened');
    await openPages(shown);
    const { value } = await state(visitId, 0, followUp(evidenceId));
    expect(value).toMatchObject({
      version: 1,
      statement: { verdict: 'follow-up', own: true, conditions: [{ code: 'J03.9', evidenceId }] },
    });
    const { status, value: signed } = await signing(visitId);
    expect(status).toBe(200);
    const { rows } = await test.database.admin.query('SELECT signed_payload AS text FROM prescription WHERE id = $1', [
      signed.id,
    ]);
    expect(JSON.parse(String(rows[0]?.text))).toMatchObject({
      schema: 'yunzhen/prescription/5',
      basis: {
        verdict: 'follow-up',
        rule: { id: 'cn.follow-up-only', maxAgeDays: 183 },
        conditions: [
          {
            code: 'J03.9',
            evidence: {
              id: evidenceId,
              institution: '市人民医院',
              diagnosedOn: shiftDay(today(), -30),
              pages: shown.evidence[0]?.pages.map((id) => ({ id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })),
            },
          },
        ],
      },
    });
    for (const verdict of [firstVisit, withdrawn])
      expect((await state(visitId, 1, verdict)).problem.code).toBe('visit-basis.prescribed');
    await clinic.doctor.client.ok(cancelPrescription, {
      params: { prescriptionId: signed.id },
      body: { reason: 'wrong patient' },
    });
    expect((await state(visitId, 1, firstVisit)).status).toBe(200);
  });

  it('covers every diagnosis of the prescription by its category', async () => {
    const visitId = await admitted(outside());
    await proven(visitId, 'J03.0');
    await diagnosed(visitId, 'J03.9', 'I10');
    expect((await signing(visitId)).problem).toMatchObject({
      code: 'prescription.rule-blocked',
      facts: { rule: 'cn.follow-up-same-diagnosis' },
    });
    await diagnosed(visitId, 'J03.9');
    expect((await signing(visitId)).status).toBe(200);
  });

  it('takes further diagnoses after a prescription, which keeps what it was signed on', async () => {
    const visitId = await admitted(outside());
    await diagnosed(visitId, 'J03.9');
    const { statement } = await proven(visitId);
    const { value: signed } = await signing(visitId);
    const evidenceId = statement?.conditions[0]?.evidenceId ?? '';
    const both = ['J03.9', 'I10'].map((code) => ({ code, evidenceId }));
    expect((await state(visitId, 1, { verdict: 'follow-up', conditions: both })).status).toBe(200);
    const { rows } = await test.database.admin.query('SELECT basis_version FROM prescription WHERE id = $1', [
      signed.id,
    ]);
    expect(rows).toEqual([{ basis_version: 1 }]);
    await test.database.admin.query(`UPDATE prescription SET status = 'expired' WHERE id = $1`, [signed.id]);
    expect((await state(visitId, 2, firstVisit)).status).toBe(200);
  });

  it('is stated again after a handover, whatever the earlier doctor prescribed', async () => {
    const visitId = await admitted(outside());
    await diagnosed(visitId, 'J03.9');
    await proven(visitId);
    expect((await signing(visitId)).status).toBe(200);
    const { client } = await handedOver(visitId);
    expect((await state(visitId, 1, firstVisit, client)).status).toBe(200);
    await proven(visitId, 'J03.9', client);
    const draft = await client.ok(createPrescription, { params: { visitId } });
    const params = { prescriptionId: draft.id };
    const written = await client.ok(savePrescription, { params, version: draft.version, body: { items: [line()] } });
    expect(written.blockedBy).toEqual([]);
  });

  it('frees the open draft of the rule without making its page stale', async () => {
    const visitId = await admitted(outside());
    await diagnosed(visitId, 'J03.9');
    const { client } = clinic.doctor;
    const { id } = await client.ok(createPrescription, { params: { visitId } });
    const params = { prescriptionId: id };
    const draft = await client.ok(savePrescription, { params, version: 1, body: { items: [line()] } });
    expect(draft.blockedBy.map(({ ruleId }) => ruleId)).toEqual(['cn.follow-up-only']);
    await proven(visitId);
    expect(await client.ok(readPrescription, { params })).toMatchObject({ version: draft.version, blockedBy: [] });
  });

  it.each([
    ['is too old', outside(184), 'outdated'],
    ['has lost its pages', outside(), 'no-pages'],
  ])('is refused with evidence that %s', async (_what, evidence, fault) => {
    const visitId = await admitted(evidence);
    if (fault === 'no-pages') await changeEvidence(visitId, `pages = '[]'`);
    const shown = await read(visitId);
    expect(shown.evidence[0]?.fault).toBe(fault);
    await openPages(shown);
    const { status, problem } = await state(visitId, 0, followUp(shown.evidence[0]?.id ?? ''));
    expect([status, problem.code, problem.facts]).toEqual([409, 'visit-basis.evidence-unusable', { fault }]);
  });

  it('expires with its evidence, also after it was stated', async () => {
    const visitId = await admitted(outside(180));
    await diagnosed(visitId, 'J03.9');
    await proven(visitId);
    await changeEvidence(visitId, 'diagnosed_on = diagnosed_on - 10');
    expect((await signing(visitId)).problem.facts).toEqual({ rule: 'cn.follow-up-evidence-age' });
  });

  it('is refused at check-in with a future day, an empty institution, no picture, and a visit that proves nothing', async () => {
    const { id } = await plannedVisit(clinic.hospital, patient, clinic.doctor);
    const tried = async (priorEvidence: unknown, draftVersion = 0) => {
      const intake = { ...checkInBody.intake, priorEvidence: priorEvidence as PriorEvidence };
      const body = { ...checkInBody, intake, draftVersion };
      const { status, problem } = await patient.client.call(checkIn, { params: { visitId: id }, body });
      return [status, problem.fields?.map(({ path }) => path)];
    };
    expect(await tried(outside(-1))).toEqual([400, ['intake.priorEvidence.diagnosedOn']]);
    expect(await tried({ ...outside(), institution: ' ' })).toEqual([400, ['intake.priorEvidence.institution']]);
    for (const visitId of [id, randomUUID()])
      expect(await tried({ source: 'here', visitId })).toEqual([400, ['intake.priorEvidence.visitId']]);
    expect(await tried(outside())).toEqual([400, ['intake.priorEvidence.pages']]);
    const draft = await opened(patient.client, id);
    // Pictures of another question do not count.
    await handIn(test.url, patient, draft.id, await drawing('png'), { type: 'image/png' });
    await saved(patient.client, draft, { ...nothingYet, priorDiagnosis: 'yes' });
    expect(await tried(outside(), 1)).toEqual([400, ['intake.priorEvidence.pages']]);
    await handIn(test.url, patient, draft.id, await drawing('png'), { question: 'prior-diagnosis', type: 'image/png' });
    expect(await tried(outside(), 1)).toEqual([200, undefined]);
  });
});

describe('a statement', () => {
  it('is made once by two clicks, and a stale page changes nothing', async () => {
    const visitId = await admitted(outside());
    const shown = await read(visitId);
    await openPages(shown);
    const body = followUp(shown.evidence[0]?.id ?? '');
    const clicks = await Promise.all([state(visitId, 0, body), state(visitId, 0, body)]);
    expect(clicks.map(({ status, value }) => [status, value.version])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    const late = await state(visitId, 0, firstVisit);
    expect([late.status, late.problem.code, late.problem.facts]).toEqual([412, 'resource.stale', { version: 1 }]);
    const races = await Promise.all([
      state(visitId, 1, firstVisit),
      state(visitId, 1, followUp(await evidenceOf(visitId), 'I10')),
    ]);
    expect(races.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('names known codes once', async () => {
    const visitId = await admitted(outside());
    await openPages(await read(visitId));
    const evidenceId = await evidenceOf(visitId);
    const given = (...codes: string[]) => ({
      verdict: 'follow-up' as const,
      conditions: codes.map((code) => ({ code, evidenceId })),
    });
    for (const [codes, rule] of [
      [['Z99.99X'], 'unknown-code'],
      [['J03.9', 'J03.9'], 'duplicate'],
    ] as const) {
      expect((await state(visitId, 0, given(...codes))).problem.fields).toMatchObject([{ rule }]);
    }
    expect((await state(visitId, 0, { verdict: 'follow-up', conditions: [] })).status).toBe(400);
    expect((await state(visitId, 0, { ...followUp(evidenceId), verdict: 'first-visit' })).status).toBe(400);
  });

  it('is the doctor’s of this visit, and no longer counts after a handover', async () => {
    const visitId = await admitted(outside());
    const colleague = await clinic.factory.doctor(clinic.hospital);
    expect((await state(visitId, 0, firstVisit, colleague.client)).status).toBe(404);
    expect((await colleague.client.call(readVisitBasis, { params: { visitId } })).status).toBe(404);
    expect((await patient.client.call(readVisitBasis, { params: { visitId } })).status).toBe(404);
    await proven(visitId);
    await test.database.admin.query('UPDATE visit SET practitioner_id = $2 WHERE id = $1', [
      visitId,
      colleague.practitionerId,
    ]);
    const shown = await read(visitId, colleague.client);
    expect(shown).toMatchObject({ statement: { own: false }, evidence: [{ opened: false }] });
    const again = await state(visitId, 1, followUp(shown.evidence[0]?.id ?? ''), colleague.client);
    expect(again.problem.code).toBe('visit-basis.not-opened');
  });

  it('shows the patient who read its evidence', async () => {
    const visitId = await admitted(outside());
    const params = { patientId: patient.patientId };
    const looks = async () =>
      (await patient.client.ok(listChartLooks, { params })).items.reduce((sum, { count }) => sum + count, 0);
    const before = await looks();
    await read(visitId);
    expect(await looks()).toBe(before + 1);
  });

  it('is not required by other jurisdictions', async () => {
    const other = await Clinic.open(test, 'CH', 'Europe/Zurich');
    await nextPatient(other);
    const visitId = await admitted(undefined, 0, other);
    expect(await read(visitId, other.doctor.client)).toMatchObject({ required: false, limit: null });
    expect((await state(visitId, 0, firstVisit, other.doctor.client)).problem.code).toBe('visit-basis.not-required');
  });

  it('never changes, and is audited with its evidence', async () => {
    const visitId = await admitted(outside());
    await proven(visitId);
    const { admin } = test.database;
    for (const sql of [
      `UPDATE prior_diagnosis SET institution = 'other' WHERE visit_id = $1`,
      `DELETE FROM prior_diagnosis WHERE visit_id = $1`,
      `UPDATE visit_basis SET code = 'I10' WHERE visit_id = $1`,
      `DELETE FROM visit_basis WHERE visit_id = $1`,
    ])
      await expect(admin.query(sql, [visitId])).rejects.toThrow('only ever added');
    const { rows } = await admin.query(
      `SELECT action FROM audit_event WHERE patient_id = $1 AND action IN ('diagnoses.evidence-recorded', 'diagnoses.basis-stated') ORDER BY id`,
      [patient.patientId],
    );
    expect(rows).toEqual([{ action: 'diagnoses.evidence-recorded' }, { action: 'diagnoses.basis-stated' }]);
  });
});

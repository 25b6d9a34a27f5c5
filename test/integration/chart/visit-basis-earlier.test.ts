import { describe, expect, it } from 'vitest';
import { listProvenDiagnoses } from '../../../shared/src/chart/visit-basis.contract.ts';
import { completeVisit, referOffline } from '../../../shared/src/visits/visits.contract.ts';
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
  followUp,
  withdrawn,
  firstVisit,
  evidenceOf,
  proven,
  diagnosed,
  signing,
  noted,
  completed,
  handedOver,
} from './visit-basis-steps.ts';

openBasisClinic();

describe('an earlier visit here', () => {
  it('proves what it followed up, without pages, and nothing else', async () => {
    const first = await admitted(outside());
    await diagnosed(first, 'J03.9');
    await proven(first);
    const own = () => patient.client.ok(listProvenDiagnoses);
    expect((await own()).items).toEqual([]);
    await completed(first);
    expect((await own()).items).toMatchObject([
      { visitId: first, diagnosedOn: today(), diagnoses: [{ code: 'J03.9' }] },
    ]);

    const visitId = await admitted({ source: 'here', visitId: first }, 0);
    const shown = await read(visitId);
    expect(shown.evidence).toMatchObject([{ source: 'here', visitId: first, fault: null, opened: true }]);
    const evidenceId = shown.evidence[0]?.id ?? '';
    expect((await state(visitId, 0, followUp(evidenceId, 'I10'))).problem.facts).toEqual({ fault: 'other-diagnosis' });
    expect((await state(visitId, 0, followUp(evidenceId, 'J03.8'))).status).toBe(200);
    await diagnosed(visitId, 'J03.9');
    expect((await signing(visitId)).status).toBe(200);
  });

  it('can be named by the doctor when the patient stated none', async () => {
    const first = await admitted(outside());
    await diagnosed(first, 'J03.9');
    await proven(first);
    await completed(first);
    const visitId = await admitted(undefined, 0);
    expect((await read(visitId)).evidence).toMatchObject([{ id: null, visitId: first }]);
    const body = { verdict: 'follow-up' as const, conditions: [{ code: 'J03.9', visitId: first }] };
    const both = await Promise.all([state(visitId, 0, body), state(visitId, 0, body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await read(visitId)).version).toBe(1);
  });

  it('proves nothing when only an earlier doctor of it stated a follow-up', async () => {
    const first = await admitted(outside());
    await diagnosed(first, 'J03.9');
    await proven(first);
    const { client } = await handedOver(first);
    await completed(first, client);
    expect((await patient.client.ok(listProvenDiagnoses)).items).toEqual([]);
    const visitId = await admitted(undefined, 0);
    const body = { verdict: 'follow-up' as const, conditions: [{ code: 'J03.9', visitId: first }] };
    expect((await state(visitId, 0, body)).status).toBe(404);
  });

  it('proves nothing when it was a first visit, has no statement, or belongs to another patient', async () => {
    const unstated = await admitted(outside());
    await diagnosed(unstated, 'J03.9');
    await completed(unstated);
    const another = await admitted(outside());
    await diagnosed(another, 'J03.9');
    await proven(another);
    await completed(another);
    await nextPatient();
    const visitId = await admitted(undefined, 0);
    for (const earlier of [unstated, another, visitId]) {
      const body = { verdict: 'follow-up' as const, conditions: [{ code: 'J03.9', visitId: earlier }] };
      expect((await state(visitId, 0, body)).status).toBe(404);
    }
    const foreign = await evidenceOf(another);
    expect((await state(visitId, 0, followUp(foreign))).status).toBe(404);
    expect((await patient.client.ok(listProvenDiagnoses)).items).toEqual([]);
    const insert = `INSERT INTO prior_diagnosis (id, hospital_id, patient_id, visit_id, source, earlier_visit_id, diagnosed_on, recorded_by, account_id, recorded_at)
      SELECT gen_random_uuid(), hospital_id, patient_id, id, 'here', $2, now(), 'doctor', $3, now() FROM visit WHERE id = $1`;
    const values = [visitId, another, clinic.doctor.accountId];
    await expect(test.database.admin.query(insert, values)).rejects.toThrow('another patient');
  });
});

describe('a first visit', () => {
  it('cannot be prescribed for, and ends with a referral for in-person care', async () => {
    const visitId = await admitted(undefined, 0);
    await diagnosed(visitId, 'J03.9');
    expect((await state(visitId, 0, firstVisit)).value).toMatchObject({ statement: { verdict: 'first-visit' } });
    expect((await signing(visitId)).problem).toMatchObject({
      code: 'prescription.rule-blocked',
      facts: { rule: 'cn.follow-up-only' },
    });
    const params = { visitId };
    await noted(visitId);
    expect((await clinic.doctor.client.call(completeVisit, { params, body: {} })).problem.code).toBe(
      'visit.first-visit',
    );
    const ended = await clinic.doctor.client.ok(referOffline, { params, body: { reason: '首诊，建议线下就诊' } });
    expect(ended.status).toBe('referred-offline');
  });

  it('is withdrawn after a wrong click, so that the visit can be completed', async () => {
    const visitId = await admitted(outside());
    await diagnosed(visitId, 'J03.9');
    expect((await state(visitId, 0, withdrawn)).problem.fields).toMatchObject([{ path: 'verdict' }]);
    expect((await state(visitId, 0, firstVisit)).status).toBe(200);
    const clicks = await Promise.all([state(visitId, 1, withdrawn), state(visitId, 1, withdrawn)]);
    expect(clicks.map(({ status, value }) => [status, value])).toMatchObject([
      [200, { version: 2, statement: null }],
      [200, { version: 2, statement: null }],
    ]);
    expect((await signing(visitId)).problem.facts).toEqual({ rule: 'cn.follow-up-only' });
    await completed(visitId);
  });

  it('of an earlier doctor does not bind the next one', async () => {
    const visitId = await admitted(outside());
    await diagnosed(visitId, 'J03.9');
    expect((await state(visitId, 0, firstVisit)).status).toBe(200);
    const { client } = await handedOver(visitId);
    await completed(visitId, client);
  });
});

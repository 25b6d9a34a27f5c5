import { vi } from 'vitest';
import { addAllergy, addCondition, addMedicationStatement } from '../../../shared/src/chart/chart.contract.ts';
import { addAddendum, saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import { admitVisit, checkIn, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { addObservation } from '../../../shared/src/chart/observations.contract.ts';
import { claimPrescription, dispense, releaseClaim } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { choosePharmacy } from '../../../shared/src/dispensing/routing.contract.ts';
import { signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { line, type Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import type { TestApi } from '../../support/test-api.ts';
import { checkInBody, plannedVisit } from '../../support/visit-steps.ts';
import { handIn, opened, saved, skinAnswers } from '../intake/intake-steps.ts';
import { said, upload } from '../chat/chat-steps.ts';
import { photo } from '../chat/sample-files.ts';
import { PaperDesk } from '../documents/paper-desk.ts';

type Patient = TestPerson & { patientId: string };

/** The text in the chat’s picture, to find in the archive. */
export const said1 = '晚上咳得厉害 <b>&';

/** Creates a patient with every kind of record entry, using the steps of the pages where they exist. */
export async function wholeRecord(
  test: TestApi,
  clinic: Clinic,
): Promise<{ patient: Patient; visitId: string; chosenPharmacyId: string }> {
  const { hospital, doctor } = clinic;
  const patient = await clinic.factory.patient(hospital);
  const { patientId } = patient;
  const of = { params: { patientId } };
  await patient.client.ok(addAllergy, { ...of, body: { substance: '青霉素', severity: 'severe', reaction: '皮疹' } });
  await patient.client.ok(addCondition, { ...of, body: { code: 'J45.9', text: '' } });
  await patient.client.ok(addMedicationStatement, { ...of, body: { text: '沙丁胺醇', dosage: '需要时 2 吸' } });
  await patient.client.ok(addObservation, {
    ...of,
    body: {
      kind: 'blood-pressure',
      value: '128',
      diastolic: '82',
      unit: 'mm[Hg]',
      measuredAt: test.clock.now().toISOString(),
    },
  });
  const path = `/api/patients/${patientId}/documents/${newId()}`;
  await fetch(test.url + path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${patient.accessToken}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(await photo({ width: 1200, height: 900 })),
  });

  const visit = await answeredVisit(test, clinic, patient);
  const params = { visitId: visit.id };
  await clinic.diagnosed(visit);
  const file = await upload(test, patient, visit.id, await photo());
  await said(patient, visit.id, said1, { attachments: [{ id: file.value.id, name: 'IMG 1.jpg' }] });
  await said(doctor, visit.id, '请多喝水');
  const content = { subjective: '咳嗽三天', objective: '', assessment: '上感\n无并发症', plan: '休息 & 多饮水' };
  await doctor.client.ok(saveNote, { params, version: 0, body: content });
  await doctor.client.ok(signNote, { params, version: 1 });
  await doctor.client.ok(addAddendum, { params, body: { text: '家属已知情' } });
  await new PaperDesk(test, clinic).signedSickNote(visit.id);

  // The same medicine twice, to have an alert to override.
  const draft = await clinic.drafted(visit, [line(), line()]);
  const acknowledgements = (draft.safety?.issues ?? []).map(({ id }) => ({
    issueId: id,
    reason: 'will-monitor' as const,
  }));
  const prescription = await doctor.client.ok(signPrescription, {
    params: { prescriptionId: draft.id },
    version: draft.version,
    body: { acknowledgements },
  });
  const after = new Dispensary(test, clinic);
  await after.approve(prescription.id);
  await sealed(test, visit.id);
  const counters = new PharmacyCounters(test, clinic);
  const counter = await counters.counter();
  const code = { prescriptionId: prescription.id, secret: await counters.secretOf(prescription.id) };
  const claim = await counter.client.ok(claimPrescription, { body: code });
  await counter.client.ok(dispense, {
    params: { claimId: claim.id },
    body: {
      ...atTheCounter,
      id: newId(),
      by: '赵药师',
      lines: [{ ...pack, itemId: prescription.items[0]?.id ?? '', quantity: '4' }],
    },
  });
  await counter.client.ok(releaseClaim, { params: { claimId: claim.id }, body: { reason: 'not-in-stock' } });
  const { id: chosenPharmacyId } = await counters.counter();
  const ofPrescription = { params: { prescriptionId: prescription.id } };
  await patient.client.ok(choosePharmacy, { ...ofPrescription, body: { pharmacyId: chosenPharmacyId } });
  await rowsOfOthers(test, clinic, patient);
  // Outcomes of alerts in an open visit are not in the record, so the visit ends as if the doctor completed it.
  await test.database.admin.query(
    `UPDATE visit SET status = 'completed', ended_at = $2, summary = '多喝水，注意休息。' WHERE id = $1`,
    [visit.id, test.clock.now()],
  );
  return { patient, visitId: visit.id, chosenPharmacyId };
}

/** Creates a visit in progress whose patient answered questions, with a picture and a picture of an earlier diagnosis. */
async function answeredVisit(test: TestApi, { hospital, doctor }: Clinic, patient: Patient): Promise<Visit> {
  const planned = await plannedVisit(hospital, patient, doctor);
  const draft = await opened(patient.client, planned.id);
  for (const question of ['pictures', 'prior-diagnosis'])
    await handIn(test.url, patient, draft.id, await photo(), { question });
  await saved(patient.client, draft, skinAnswers);
  const params = { visitId: planned.id };
  await patient.client.ok(checkIn, { params, body: { ...checkInBody, draftVersion: 1 } });
  return doctor.client.ok(admitVisit, { params });
}

/** Waits until the documents of a visit are sealed: a prescription in two languages, a sick note in two languages and two paper sizes. */
const sealed = (test: TestApi, visitId: string) =>
  vi.waitUntil(
    async () => {
      const { rows } = await test.database.admin.query<{ n: number }>(
        `SELECT ((SELECT count(*) FROM prescription_document f JOIN prescription p ON p.id = f.prescription_id WHERE p.visit_id = $1)
           + (SELECT count(*) FROM clinical_document_file f JOIN clinical_document d ON d.id = f.document_id WHERE d.visit_id = $1))::int AS n`,
        [visitId],
      );
      return rows[0]?.n === 6;
    },
    { timeout: 60_000, interval: 100 },
  );

/** Inserts what this patient’s pages do not create: a guardian, a pregnancy, a cancelled appointment, an emergency, a read of the chart. */
async function rowsOfOthers(test: TestApi, { hospital, doctor, factory }: Clinic, patient: Patient): Promise<void> {
  const { admin } = test.database;
  const now = test.clock.now();
  const guardian = await factory.patient(hospital, '李母');
  await admin.query(
    `INSERT INTO guardianship (id, hospital_id, guardian_account_id, patient_id, relation, basis, state, evidence, created_at, decided_at)
     VALUES ($1,$2,$3,$4,'carer','consent','active','agreed',$5,$5)`,
    [newId(), hospital.id, guardian.accountId, patient.patientId, now],
  );
  await admin.query(
    `INSERT INTO appointment (id, hospital_id, patient_id, practitioner_id, department_id, status, starts_at, ends_at, place, created_at,
       ended_at, ended_as, reason)
     VALUES ($1,$2,$3,$4,$5,'cancelled',$6::timestamptz,$6::timestamptz + interval '15 minutes',1,$6,$6,'patient','cough')`,
    [newId(), hospital.id, patient.patientId, doctor.practitionerId, hospital.departmentId, now],
  );
  await admin.query(
    `INSERT INTO pregnancy_statement (id, hospital_id, patient_id, pregnancy, trimester, due_date, lactation, recorded_by, recorded_at)
     VALUES ($1,$2,$3,'pregnant',2,'2027-03-01','not-breast-feeding','import',$4)`,
    [newId(), hospital.id, patient.patientId, now],
  );
  await admin.query(
    `INSERT INTO break_glass (id, hospital_id, patient_id, practitioner_id, reason, explanation, opened_at, expires_at)
     VALUES ($1,$2,$3,$4,'emergency','unconscious at home',$5::timestamptz,$5::timestamptz + interval '4 hours')`,
    [newId(), hospital.id, patient.patientId, doctor.practitionerId, now],
  );
}

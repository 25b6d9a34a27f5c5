import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PatientsRepository } from '../../../server/src/api/accounts/patients.repository.ts';
import { ChartRepository } from '../../../server/src/api/chart/facts/chart.repository.ts';
import { DiagnosesRepository } from '../../../server/src/api/chart/diagnoses/diagnoses.repository.ts';
import { NotesRepository } from '../../../server/src/api/chart/notes/notes.repository.ts';
import { BreakGlassRepository } from '../../../server/src/api/chart/break-glass/break-glass.repository.ts';
import { DocumentsRepository } from '../../../server/src/api/chart/uploads/uploads.repository.ts';
import { EntriesRepository } from '../../../server/src/api/chart/entries/entries.repository.ts';
import { ObservationsRepository } from '../../../server/src/api/chart/observations/observations.repository.ts';
import { TimelineRepository } from '../../../server/src/api/chart/timeline/timeline.repository.ts';
import { StatementsRepository } from '../../../server/src/api/chart/statements/statements.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import {
  addAllergy,
  addCondition,
  addMedicationStatement,
  readChart,
  saveDiagnoses,
} from '../../../shared/src/chart/chart.contract.ts';
import { saveNote } from '../../../shared/src/chart/notes.contract.ts';
import { findPatientExactly, openByBreakGlass } from '../../../shared/src/chart/break-glass.contract.ts';
import { addObservation } from '../../../shared/src/chart/observations.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let ours: TestHospital;
let theirs: TestHospital;
let patient: TestPerson & { patientId: string };
let visitId: string;
let allergyId: string;
let medicineId: string;
let conditionId: string;
let observationId: string;
const documentId = randomUUID();
let opener: TestPerson & { practitionerId: string };
let doctor: TestPerson & { practitionerId: string };
let before: unknown;

/** Reads every row that a write across hospitals would change. */
const everything = async () => {
  const tables = [
    'patient',
    'allergy',
    'medication_statement',
    'condition',
    'observation',
    'pregnancy_statement',
    'chart_document',
    'chart_entry_event',
    'break_glass',
    'note',
    'note_version',
    'diagnosis',
    'diagnosis_list',
  ];
  const found = [];
  for (const table of tables) {
    const { rows } = await test.database.admin.query(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE hospital_id = $1 ORDER BY to_jsonb(t)::text`,
      [ours.id],
    );
    found.push([table, rows]);
  }
  return found;
};

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  ours = await factory.hospital();
  theirs = await factory.hospital();
  doctor = await factory.doctor(ours);
  patient = await factory.patient(ours);
  visitId = (await admittedVisit(ours, patient, doctor)).id;
  const params = { patientId: patient.patientId };
  allergyId = (await patient.client.ok(addAllergy, { params, body: { substance: '青霉素' } })).id;
  conditionId = (await patient.client.ok(addCondition, { params, body: { text: 'asthma' } })).id;
  observationId = (
    await patient.client.ok(addObservation, {
      params,
      body: { kind: 'body-weight', value: '70', unit: 'kg', measuredAt: test.clock.now().toISOString() },
    })
  ).id;
  await test.database.admin.query(
    `INSERT INTO pregnancy_statement (id, hospital_id, patient_id, pregnancy, lactation, recorded_by, recorded_at)
     VALUES (gen_random_uuid(), $1, $2, 'unknown', 'unknown', 'import', now())`,
    [ours.id, patient.patientId],
  );
  await test.database.admin.query(
    `INSERT INTO chart_document (id, hospital_id, patient_id, category, type, received_sha256, content, recorded_by, recorded_at)
     VALUES ($3, $1, $2, 'other', 'image/png', 'x', 'x', 'patient', now())`,
    [ours.id, patient.patientId, documentId],
  );
  opener = await factory.doctor(ours);
  await test.database.admin.query('UPDATE patient SET phone = $2 WHERE id = $1', [patient.patientId, identity.phone]);
  await opener.client.ok(findPatientExactly, { body: identity });
  await opener.client.ok(openByBreakGlass, {
    params,
    body: { reason: 'emergency', explanation: 'found unconscious' },
  });
  await opener.client.ok(readChart, { params });
  medicineId = (await patient.client.ok(addMedicationStatement, { params, body: { text: 'aspirin' } })).id;
  await test.database.admin.query(
    `INSERT INTO condition (id, hospital_id, patient_id, code, title, recorded_by, recorded_at)
     VALUES (gen_random_uuid(), $1, $2, 'I10', '{"en":"","zh":""}', 'import', now())`,
    [ours.id, patient.patientId],
  );
  const content = { subjective: 'x', objective: '', assessment: '', plan: '' };
  await doctor.client.ok(saveNote, { params: { visitId }, version: 0, body: content });
  const title = { en: '', zh: '' };
  await doctor.client.ok(saveDiagnoses, {
    params: { visitId },
    version: 0,
    body: { items: [{ code: 'J00', title, primary: true, certainty: 'confirmed' }] },
  });
  before = await everything();
});
afterAll(() => test.close());

type Attempts = Record<string, (tx: Tx) => Promise<unknown>>;

const charts = new ChartRepository();
const patients = new PatientsRepository();
const statements = new StatementsRepository();
const entries = new EntriesRepository();
const observations = new ObservationsRepository();
const documents = new DocumentsRepository();
const timeline = new TimelineRepository();
const breakGlass = new BreakGlassRepository();
const identity = { name: '李伟', birthDate: '1980-05-01', phone: '13800000001', identityLast4: null };
const notes = new NotesRepository();
const diagnoses = new DiagnosesRepository();

const reads: Record<string, Attempts> = {
  charts: {
    patient: (tx) => charts.patient(tx, patient.patientId),
    patientForChange: (tx) => charts.patientForChange(tx, patient.patientId),
    lockPatient: (tx) => charts.lockPatient(tx, patient.patientId),
    visits: (tx) => charts.visits(tx, patient.patientId, false),
    openVisit: (tx) => charts.openVisit(tx, patient.patientId, doctor.practitionerId),
  },
  statements: {
    allergies: (tx) => statements.allergies(tx, patient.patientId),
    medicines: (tx) => statements.medicines(tx, patient.patientId),
    allergy: (tx) => statements.allergy(tx, patient.patientId, allergyId),
    medicine: (tx) => statements.medicine(tx, patient.patientId, medicineId),
    conditions: (tx) => statements.conditions(tx, patient.patientId),
    condition: (tx) => statements.condition(tx, patient.patientId, conditionId),
  },
  entries: {
    lock: (tx) => entries.lock(tx, patient.patientId, 'allergy', allergyId),
    history: (tx) => entries.history(tx, patient.patientId, 'allergy', allergyId),
  },
  observations: {
    recent: (tx) => observations.recent(tx, patient.patientId),
    find: (tx) => observations.find(tx, patient.patientId, observationId),
    pregnancy: (tx) => observations.pregnancy(tx, patient.patientId),
  },
  documents: {
    find: (tx) => documents.find(tx, patient.patientId, documentId),
    list: (tx) => documents.list(tx, patient.patientId, 10, null),
    place: (tx) => documents.place(tx, patient.patientId, documentId),
    load: async (tx) => (await documents.load(tx, patient.patientId)).count,
  },
  timeline: {
    list: (tx) => timeline.list(tx, patient.patientId, { own: false, kind: null, limit: 10, after: null }),
    looks: (tx) => timeline.looks(tx, patient.patientId, patient.accountId, 10, null),
  },
  breakGlass: {
    active: (tx) => breakGlass.active(tx, patient.patientId, opener.practitionerId),
    list: (tx) => breakGlass.list(tx, patient.patientId, 10, null),
    exactly: (tx) => breakGlass.exactly(tx, { ...identity, identityLast4: null }),
    searchesSince: (tx) => breakGlass.searchesSince(tx, opener.accountId, new Date(0)),
  },
  notes: {
    find: (tx) => notes.find(tx, visitId),
    versions: (tx) => notes.versions(tx, visitId, 10, null),
    version: (tx) => notes.version(tx, visitId, 1),
  },
  diagnoses: { items: (tx) => diagnoses.items(tx, visitId), version: (tx) => diagnoses.version(tx, visitId) },
};
const writes: Record<string, Attempts> = {
  patients: {
    setNoKnownAllergies: (tx) => patients.setNoKnownAllergies(tx, patient.patientId, tx.now),
    numberRecord: (tx) => patients.numberRecord(tx, patient.patientId, '2026-12-01'),
  },
  entries: {
    save: (tx) =>
      entries.save(
        tx,
        patient.patientId,
        'allergy',
        {
          id: allergyId,
          version: 9,
          recordedBy: 'patient',
          recordedByAccountId: null,
          recordedAt: tx.now,
          confirmedAt: tx.now,
          retractedAt: tx.now,
          resolvedAt: null,
        },
        randomUUID(),
      ),
  },
  documents: { name: (tx) => documents.name(tx, patient.patientId, documentId, 'not theirs', 'other') },
  notes: { sign: (tx) => notes.sign(tx, visitId) },
  diagnoses: { replace: (tx) => diagnoses.replace(tx, visitId, 9, []) },
};
/** Returns a transaction of the second hospital that names the first. */
const asOurs = (tx: Tx): Tx => ({
  hospitalId: ours.id,
  now: tx.now,
  context: tx.context,
  manager: tx.manager,
  query: (sql, values) => tx.query(sql, values),
  all: (reads) => tx.all(reads),
  audit: (action, entry) => tx.audit(action, entry),
  auditShown: (action, entry, patientIds) => tx.auditShown(action, entry, patientIds),
  emit: (event) => tx.emit(event),
  publish: (message) => tx.publish(message),
  afterCommit: (effect) => tx.afterCommit(effect),
});

/** Attempts by the second hospital to insert rows that name the first. */
const intrusions: Record<string, Attempts> = {
  entries: {
    insert: (tx) =>
      entries.insert(tx, 'allergy', {
        id: randomUUID(),
        hospital_id: ours.id,
        patient_id: patient.patientId,
        substance: 'x',
        category: 'food',
        reaction: '',
        severity: 'mild',
        recorded_by: 'patient',
        recorded_at: tx.now,
      }),
    append: (tx) =>
      entries.append(
        asOurs(tx),
        patient.patientId,
        {
          id: randomUUID(),
          kind: 'allergy',
          entryId: allergyId,
          version: 9,
          action: 'confirmed',
          reason: '',
          role: 'doctor',
        },
        randomUUID(),
      ),
  },
  breakGlass: {
    insert: (tx) =>
      breakGlass.insert(asOurs(tx), {
        id: randomUUID(),
        patientId: patient.patientId,
        practitionerId: opener.practitionerId,
        reason: 'emergency',
        explanation: 'x',
        expiresAt: new Date(tx.now.getTime() + 1000),
      }),
  },
};

const flat = (groups: Record<string, Attempts>) =>
  Object.entries(groups).flatMap(([name, attempts]) =>
    Object.entries(attempts).map(([method, attempt]) => [name, method, attempt] as const),
  );
const isEmpty = (value: unknown) =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);

describe('tenant isolation of the chart', () => {
  it.each(flat(reads))('%s: %s sees its own and nothing of another', async (_name, _method, read) => {
    expect(isEmpty(await inHospital(test, ours.id, read))).toBe(false);
    expect(await inHospital(test, theirs.id, read)).toSatisfy(isEmpty);
  });

  it.each(flat(writes))('%s: %s reaches nothing of another', async (_name, _method, write) => {
    await inHospital(test, theirs.id, write);
    expect(await everything()).toEqual(before);
  });

  it.each(flat(intrusions))('%s: %s puts no row into another', async (_name, _method, insert) => {
    await expect(inHospital(test, theirs.id, insert)).rejects.toThrow(/row-level security/);
    expect(await everything()).toEqual(before);
  });

  it('prevents locking another hospital’s note or list', async () => {
    // The row of the first hospital conflicts but is invisible: nothing is created or found.
    expect(await inHospital(test, theirs.id, (tx) => notes.lock(tx, visitId, randomUUID()))).toBeNull();
    expect(await inHospital(test, theirs.id, (tx) => diagnoses.lock(tx, visitId))).toBe(0);
    const content = { subjective: 'not theirs', objective: '', assessment: '', plan: '' };
    const save = inHospital(test, theirs.id, (tx) => notes.save(tx, visitId, 1, content, patient.accountId));
    await expect(save).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it('covers every repository method', () => {
    const tried = (name: string) => ({ ...reads[name], ...writes[name], ...intrusions[name] });
    expectEveryMethodTried(ChartRepository, tried('charts'));
    expectEveryMethodTried(PatientsRepository, tried('patients'));
    expectEveryMethodTried(StatementsRepository, tried('statements'));
    expectEveryMethodTried(EntriesRepository, tried('entries'));
    expectEveryMethodTried(ObservationsRepository, tried('observations'));
    expectEveryMethodTried(DocumentsRepository, tried('documents'));
    expectEveryMethodTried(TimelineRepository, tried('timeline'));
    // Takes an advisory lock that belongs to no hospital.
    expectEveryMethodTried(BreakGlassRepository, { ...tried('breakGlass'), holdSearcher: true });
    expectEveryMethodTried(NotesRepository, { ...tried('notes'), lock: true, save: true });
    expectEveryMethodTried(DiagnosesRepository, { ...tried('diagnoses'), lock: true });
  });
});

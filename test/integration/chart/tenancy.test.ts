import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChartRepository } from '../../../server/src/api/modules/chart/chart.repository.ts';
import { DiagnosesRepository } from '../../../server/src/api/modules/chart/diagnoses/diagnoses.repository.ts';
import { NotesRepository } from '../../../server/src/api/modules/chart/notes/notes.repository.ts';
import { StatementsRepository } from '../../../server/src/api/modules/chart/statements/statements.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { addAllergy, addMedicationStatement, saveDiagnoses } from '../../../shared/src/contract/chart.ts';
import { saveNote } from '../../../shared/src/contract/notes.ts';
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
let before: unknown;

/** Everything that a write across the wall would change. */
const everything = async () => {
  const tables = [
    'patient',
    'allergy',
    'medication_statement',
    'condition',
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
  const doctor = await factory.doctor(ours);
  patient = await factory.patient(ours);
  visitId = (await admittedVisit(ours, patient, doctor)).id;
  const params = { patientId: patient.patientId };
  allergyId = (await patient.client.ok(addAllergy, { params, body: { substance: '青霉素' } })).id;
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
const statements = new StatementsRepository();
const notes = new NotesRepository();
const diagnoses = new DiagnosesRepository();

const reads: Record<string, Attempts> = {
  charts: {
    patient: (tx) => charts.patient(tx, patient.patientId),
    lockPatient: (tx) => charts.lockPatient(tx, patient.patientId),
    conditions: (tx) => charts.conditions(tx, patient.patientId),
    visits: (tx) => charts.visits(tx, patient.patientId, false),
  },
  statements: {
    allergies: (tx) => statements.allergies(tx, patient.patientId),
    medicines: (tx) => statements.medicines(tx, patient.patientId),
    allergy: (tx) => statements.allergy(tx, patient.patientId, allergyId),
    medicine: (tx) => statements.medicine(tx, patient.patientId, medicineId),
  },
  notes: {
    find: (tx) => notes.find(tx, visitId),
    versions: (tx) => notes.versions(tx, visitId, 10, null),
    version: (tx) => notes.version(tx, visitId, 1),
  },
  diagnoses: { items: (tx) => diagnoses.items(tx, visitId), version: (tx) => diagnoses.version(tx, visitId) },
};
const writes: Record<string, Attempts> = {
  charts: { setNoKnownAllergies: (tx) => charts.setNoKnownAllergies(tx, patient.patientId, tx.now) },
  statements: {
    retractAllergy: (tx) => statements.retractAllergy(tx, allergyId, randomUUID()),
    retractMedicine: (tx) => statements.retractMedicine(tx, medicineId, randomUUID()),
  },
  notes: { sign: (tx) => notes.sign(tx, visitId) },
  diagnoses: { replace: (tx) => diagnoses.replace(tx, visitId, 9, []) },
};
const author = () => ({
  id: randomUUID(),
  hospitalId: ours.id,
  patientId: patient.patientId,
  recordedBy: 'patient' as const,
  recordedByAccountId: patient.accountId,
  recordedAt: new Date(),
  retractedAt: null,
  retractedByAccountId: null,
});
/** Rows that name the first hospital, or its visit, put in from the second. */
const intrusions: Record<string, Attempts> = {
  statements: {
    insertAllergy: (tx) =>
      statements.insertAllergy(tx, {
        ...author(),
        substance: 'x',
        substanceCode: null,
        category: 'food',
        reaction: '',
        severity: 'mild',
      }),
    insertMedicine: (tx) => statements.insertMedicine(tx, { ...author(), productId: null, text: 'x', dosage: '' }),
  },
};

const flat = (groups: Record<string, Attempts>) =>
  Object.entries(groups).flatMap(([name, attempts]) =>
    Object.entries(attempts).map(([method, attempt]) => [name, method, attempt] as const),
  );
const isNothing = (value: unknown) =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);

describe('the wall between hospitals', () => {
  it.each(flat(reads))('%s: %s sees its own and nothing of another', async (_name, _method, read) => {
    expect(isNothing(await inHospital(test, ours.id, read))).toBe(false);
    expect(await inHospital(test, theirs.id, read)).toSatisfy(isNothing);
  });

  it.each(flat(writes))('%s: %s reaches nothing of another', async (_name, _method, write) => {
    await inHospital(test, theirs.id, write);
    expect(await everything()).toEqual(before);
  });

  it.each(flat(intrusions))('%s: %s puts no row into another', async (_name, _method, insert) => {
    await expect(inHospital(test, theirs.id, insert)).rejects.toThrow(/row-level security/);
    expect(await everything()).toEqual(before);
  });

  it('a note or a list of another’s visit can’t be taken hold of', async () => {
    // The row of the first hospital is in the way and can't be seen: nothing is made and nothing is found.
    expect(await inHospital(test, theirs.id, (tx) => notes.lock(tx, visitId, randomUUID()))).toBeNull();
    expect(await inHospital(test, theirs.id, (tx) => diagnoses.lock(tx, visitId))).toBe(0);
    const content = { subjective: 'not theirs', objective: '', assessment: '', plan: '' };
    const save = inHospital(test, theirs.id, (tx) => notes.save(tx, visitId, 1, content, patient.accountId));
    await expect(save).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it('no method of these repositories was left out', () => {
    const tried = (name: string) => ({ ...reads[name], ...writes[name], ...intrusions[name] });
    expectEveryMethodTried(ChartRepository, tried('charts'));
    expectEveryMethodTried(StatementsRepository, tried('statements'));
    expectEveryMethodTried(NotesRepository, { ...tried('notes'), lock: true, save: true });
    expectEveryMethodTried(DiagnosesRepository, { ...tried('diagnoses'), lock: true });
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDocumentFile, verifyDocumentCode } from '../../../shared/src/documents/documents.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { PaperDesk } from './paper-desk.ts';

const run = promisify(execFile);
const patience = { timeout: 60_000, interval: 100 };

let test: TestApi;
let clinic: Clinic;
let desk: PaperDesk;
let patient: TestPerson & { patientId: string };
let note: { id: string; number: string; secret: string };

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  desk = new PaperDesk(test, clinic);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await clinic.factory.patient(clinic.hospital);
  note = await desk.signedSickNote((await clinic.admitted(patient)).id);
});

const files = async (): Promise<string[]> => {
  const { rows } = await test.database.admin.query<{ file: string }>(
    `SELECT locale || ' ' || paper AS file FROM clinical_document_file WHERE document_id = $1 ORDER BY 1`,
    [note.id],
  );
  return rows.map(({ file }) => file);
};
const all = ['en A4', 'en A5', 'zh-CN A4', 'zh-CN A5'];
const verify = (secret = note.secret, hospital = clinic.hospital.slug) =>
  new TestClient(test.url).ok(verifyDocumentCode, { body: { hospital, documentId: note.id, secret } });

describe('sealing a clinical document', { timeout: 120_000 }, () => {
  it('creates all languages and paper sizes at once, with signatures that other software verifies', async () => {
    await expect.poll(files, patience).toEqual(all);
    const folder = await mkdtemp(join(tmpdir(), 'documents-'));
    for (const query of ['locale=en&paper=A4', 'locale=zh-CN&paper=A5']) {
      const file = join(folder, 'sick-note.pdf');
      await writeFile(file, await desk.pdf(patient.client, note.id, query));
      const { stdout } = await run('pdfsig', ['-nocert', file]);
      expect(stdout).toContain('Signature is Valid');
      expect(stdout).toContain('Total document signed');
      expect((await run('pdfdetach', ['-list', file])).stdout).toContain('document.jws');
    }
    await rm(folder, { recursive: true });
    const trail = await trailOf(test, note.id);
    expect(trail.filter(({ action }) => action === 'document.sealed')).toHaveLength(1);
  });

  it.each([
    ['CN', '120', '120'],
    ['generic', null, 'your local emergency number'],
  ])('of %s prints the number of its ambulances, which is signed with it', async (jurisdiction, number, printed) => {
    const elsewhere = await Clinic.open(test, jurisdiction);
    const there = new PaperDesk(test, elsewhere);
    const person = await elsewhere.factory.patient(elsewhere.hospital);
    const id = await there.signedSummary((await elsewhere.admitted(person)).id);
    expect(await there.payloadOf(id)).toMatchObject({ body: { emergencyNumber: number } });
    const folder = await mkdtemp(join(tmpdir(), 'documents-'));
    const file = join(folder, 'summary.pdf');
    await writeFile(file, await there.pdf(person.client, id));
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    expect(stdout).toContain(`In an emergency, call ${printed} immediately.`);
    await rm(folder, { recursive: true });
  });

  it('that was lost with its process is enqueued again by a reader or by the sweep', async () => {
    const { admin } = test.database;
    const deleteFilesAndJobs = async () => {
      await expect.poll(files, patience).toEqual(all);
      await admin.query('DELETE FROM clinical_document_file WHERE document_id = $1', [note.id]);
      await admin.query(`DELETE FROM pgboss.job WHERE name = 'seal-document'`);
      await admin.query('ALTER TABLE clinical_document DISABLE TRIGGER clinical_document_is_final');
      await admin.query(`UPDATE clinical_document SET signed_at = signed_at - interval '1 minute' WHERE id = $1`, [
        note.id,
      ]);
      await admin.query('ALTER TABLE clinical_document ENABLE TRIGGER clinical_document_is_final');
    };
    await deleteFilesAndJobs();
    const read = await patient.client.call(readDocumentFile, { params: { documentId: note.id } });
    expect([read.status, read.problem.code]).toEqual([409, 'document.file-pending']);
    await deleteFilesAndJobs();
    await inHospital(test, clinic.hospital.id, (tx) => test.api.jobs.enqueue(tx, 'find-unsealed-documents', {}, 'now'));
    await expect.poll(files, patience).toEqual(all);
  });

  it('is never partial: the app cannot change or delete its files', async () => {
    await expect.poll(files, patience).toEqual(all);
    for (const sql of ['DELETE FROM clinical_document_file', `UPDATE clinical_document_file SET locale = 'x'`])
      await expect(inHospital(test, clinic.hospital.id, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });
});

describe('the public check of a clinical document', () => {
  it('by code confirms it and shows only the patient’s initials and the days', async () => {
    const answer = await verify();
    expect(answer).toMatchObject({
      outcome: 'genuine',
      reason: null,
      document: {
        number: note.number,
        kind: 'sick-note',
        patientInitials: 'L. W.',
        patientMasked: '李*',
        doctor: '王芳',
        doctorLatin: 'Wang Fang',
        signature: 'valid',
        sickNote: { days: 3 },
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/李伟|1980/);
    expect(await verify('a-wrong-secret-of-that-length')).toEqual({ outcome: 'unknown', reason: null, document: null });
    const elsewhere = await clinic.factory.hospital();
    expect((await verify(note.secret, elsewhere.slug)).outcome).toBe('unknown');
  });

  it('by file confirms identical bytes and names changes', async () => {
    const pdf = await desk.pdf(patient.client, note.id);
    expect(await desk.check(pdf)).toMatchObject({ outcome: 'genuine', document: { number: note.number } });
    expect(await desk.check(Buffer.concat([pdf, Buffer.from('\n%')]))).toMatchObject({ outcome: 'altered' });
    const flipped = Buffer.from(pdf);
    flipped[600] = (flipped[600] ?? 0) ^ 1;
    expect(await desk.check(flipped)).toMatchObject({ outcome: 'altered' });
    const { rows } = await test.database.admin.query<{ jws: string }>(
      'SELECT jws FROM clinical_document WHERE id = $1',
      [note.id],
    );
    const jws = rows[0]?.jws ?? '';
    expect(await desk.check(jws, 'application/jose')).toMatchObject({ outcome: 'genuine' });
    expect(await desk.check(`${jws.slice(0, -4)}AAAA`, 'application/jose')).toMatchObject({ outcome: 'altered' });
    for (const junk of ['x', 'a.b.c', '%PDF-1.7 nothing'])
      expect(['verification.document-invalid', undefined]).toContain(
        ((await desk.check(junk, 'application/jose')) as { code?: string }).code,
      );
  });

  it('by file detects whether it is a prescription or a document', async () => {
    const ask = (bytes: Buffer | string, type?: string) => desk.check(bytes, type, 'file-verifications');
    const pdf = await desk.pdf(patient.client, note.id);
    const genuine = { outcome: 'genuine', document: { number: note.number, kind: 'sick-note' } };
    expect(await ask(pdf)).toMatchObject({ about: 'document', result: genuine });
    expect(await ask(Buffer.concat([pdf, Buffer.from('\n%')]))).toMatchObject({
      about: 'document',
      result: { outcome: 'altered' },
    });
    const { rows } = await test.database.admin.query<{ jws: string }>(
      'SELECT jws FROM clinical_document WHERE id = $1',
      [note.id],
    );
    expect(await ask(rows[0]?.jws ?? '', 'application/jose')).toMatchObject({ about: 'document', result: genuine });

    const after = new Dispensary(test, clinic);
    const prescription = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    await after.approve(prescription.id);
    expect(await ask(await after.pdf(clinic.doctor.client, prescription.id))).toMatchObject({
      about: 'prescription',
      result: { outcome: 'genuine', prescription: { number: prescription.number } },
    });
    expect(await ask('%PDF-1.7 (document.jws)')).toMatchObject({ about: 'document', result: { outcome: 'altered' } });
    expect(await ask('junk', 'application/jose')).toMatchObject({ code: 'verification.document-invalid' });
  });

  it('detects a record that was changed outside the app', async () => {
    const { admin } = test.database;
    const set = async (sql: string) => {
      await admin.query('ALTER TABLE clinical_document DISABLE TRIGGER clinical_document_is_final');
      await admin.query(`UPDATE clinical_document SET ${sql} WHERE id = $1`, [note.id]);
      await admin.query('ALTER TABLE clinical_document ENABLE TRIGGER clinical_document_is_final');
    };
    await set(`signed_payload = replace(signed_payload, '2026-11-26', '2026-12-26')`);
    expect(await verify()).toMatchObject({ outcome: 'altered', reason: 'record-differs' });
    await set(`signed_payload = replace(signed_payload, '2026-12-26', '2026-11-26')`);
    expect((await verify()).outcome).toBe('genuine');
    await set(`jws = left(jws, -4) || 'AAAA'`);
    expect(await verify()).toMatchObject({ outcome: 'altered', reason: 'doctor-signature' });
  });
});

import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttachmentsRepository } from '../../../server/src/api/chat/attachments/attachments.repository.ts';
import { sweepAttachmentsJob } from '../../../server/src/api/chat/attachments/sweep.job.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { attachmentsOfVisitLimit } from '../../../shared/src/chat/chat.constants.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { download, history, said, send, setChatDays, upload } from './chat-steps.ts';
import { drawing, objectStream, pdf, photo, pictureBomb, placeTaken } from './sample-files.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const uploadAs = (person: TestPerson, bytes: Uint8Array, more: { id?: string; type?: string } = {}) =>
  upload(test, person, visit.id, bytes, more);
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const refusalOf = async (bytes: Uint8Array) => (await uploadAs(patient, bytes)).problem.code;

describe('a chat picture', () => {
  it('is stored upright and without its location, device and time', async () => {
    const taken = await photo();
    expect(taken.includes(placeTaken.maker)).toBe(true);
    expect((await sharp(taken).metadata()).exif?.length).toBeGreaterThan(100);
    const { value } = await uploadAs(patient, taken);
    // The original picture was rotated by 90 degrees.
    expect(value).toMatchObject({ type: 'image/jpeg', width: 40, height: 60 });
    await said(patient, visit.id, '', { attachments: [{ id: value.id, name: 'IMG_1.HEIC.jpeg' }] });
    const answer = await download(doctor, visit.id, value.id);
    const got = await bytesOf(answer);
    expect(got.length).toBe(value.bytes);
    const metadata = await sharp(got).metadata();
    expect([metadata.format, metadata.width, metadata.height, metadata.exif, metadata.icc, metadata.xmp]).toEqual([
      'jpeg',
      40,
      60,
      undefined,
      undefined,
      undefined,
    ]);
    expect(got.includes('Exif')).toBe(false);
    expect(got.includes(placeTaken.maker)).toBe(false);
    expect((await history(doctor, visit.id)).items[0]?.attachments).toEqual([{ ...value, name: 'IMG_1.HEIC.jpg' }]);
  });

  it('loses data that was hidden after it', async () => {
    for (const hidden of ['<html><script>alert(1)</script>', 'PK\x05\x06' + '\0'.repeat(18)]) {
      const { value } = await uploadAs(patient, Buffer.concat([await photo(), Buffer.from(hidden, 'latin1')]));
      const got = await bytesOf(await download(patient, visit.id, value.id));
      expect(got.includes(hidden)).toBe(false);
      expect(got.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it('is identified by its bytes, not by its name', async () => {
    expect((await uploadAs(patient, await drawing('png'), { type: 'application/pdf' })).value.type).toBe('image/png');
    expect((await uploadAs(patient, await drawing('webp'), { type: 'image/jpeg' })).value.type).toBe('image/webp');
    expect(await refusalOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(
      'attachment.type-refused',
    );
    expect(await refusalOf(Buffer.from('GIF89a' + '\0'.repeat(40)))).toBe('attachment.type-refused');
    expect(await refusalOf(Buffer.from('MZ' + '\0'.repeat(40)))).toBe('attachment.type-refused');
    expect((await uploadAs(patient, Buffer.from('<html>'), { type: 'text/html' })).problem.code).toBe(
      'request.unsupported-media-type',
    );
  });

  it('is scaled down to a maximum size', async () => {
    const { value } = await uploadAs(patient, await drawing('png', { width: 6000, height: 3000 }));
    expect([value.width, value.height]).toEqual([4096, 2048]);
  });

  it('that is broken or would exhaust memory is rejected, and the api keeps running', async () => {
    expect(await refusalOf(pictureBomb())).toBe('attachment.unsafe');
    expect(await refusalOf((await photo()).subarray(0, 400))).toBe('attachment.unsafe');
    expect(await refusalOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('attachment.unsafe');
    const large = Buffer.concat([await photo(), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await refusalOf(large)).toBe('request.too-large');
    expect((await uploadAs(patient, await photo())).status).toBe(200);
  });
});

describe('a chat document', () => {
  it('is returned unchanged, as a download and never as a page', async () => {
    const paper = pdf();
    const { value } = await uploadAs(patient, paper, { type: 'application/pdf' });
    expect(value).toEqual({ id: value.id, type: 'application/pdf', bytes: paper.length, width: null, height: null });
    const attachments = [{ id: value.id, name: '../血常规\u202Efdp.exe' }];
    const { attachments: sent } = await said(patient, visit.id, 'My results', { attachments });
    expect(sent[0]?.name).toBe('血常规fdp.exe.pdf');
    const answer = await download(doctor, visit.id, value.id);
    expect(await bytesOf(answer)).toEqual(paper);
    const header = (name: string) => answer.headers.get(name);
    expect(header('content-type')).toBe('application/pdf');
    expect(header('content-disposition')).toMatch(/^attachment; filename="___fdp\.exe\.pdf"; filename\*=UTF-8''%E8/);
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('private, no-store');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('with a script, plain or in an object stream, is rejected', async () => {
    expect(await refusalOf(pdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }))).toBe('attachment.unsafe');
    expect(await refusalOf(pdf({ objects: [objectStream('5 0 << /JS (x) >>')] }))).toBe('attachment.unsafe');
    expect(await refusalOf(Buffer.concat([Buffer.from('junk'), pdf()]))).toBe('attachment.type-refused');
  });
});

describe('access to a chat file', () => {
  it('belongs to its uploader until a message names it, then to both sides', async () => {
    const { value } = await uploadAs(patient, await photo());
    expect((await download(patient, visit.id, value.id)).status).toBe(200);
    expect((await download(doctor, visit.id, value.id)).status).toBe(404);
    await said(patient, visit.id, '', { attachments: [{ id: value.id, name: 'a' }] });
    expect((await download(doctor, visit.id, value.id)).status).toBe(200);
    const elsewhere = await factory.hospital();
    for (const stranger of [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.doctor(elsewhere),
    ])
      expect((await download(stranger, visit.id, value.id)).status).toBe(404);
    const trail = (await trailOf(test, value.id)).map(({ action, actor_account_id }) => [action, actor_account_id]);
    expect(trail).toEqual([
      ['chat.attachment-added', patient.accountId],
      ['chat.attachment-read', patient.accountId],
      ['chat.attachment-read', doctor.accountId],
    ]);
  });

  it('is rejected for a file of another person or visit, and for a file that was sent before', async () => {
    const mine = (await uploadAs(patient, await photo())).value.id;
    const theirs = (await uploadAs(doctor, await photo())).value.id;
    const other = await factory.patient(hospital);
    const elsewhere = await admittedVisit(hospital, other, doctor);
    const foreign = (await upload(test, doctor, elsewhere.id, await photo())).value.id;
    const naming = async (person: TestPerson, ids: string[]) =>
      (await send(person, visit.id, 'look', { attachments: ids.map((id) => ({ id, name: 'a' })) })).problem.code;
    expect(await naming(patient, [theirs])).toBe('resource.not-found');
    expect(await naming(doctor, [foreign])).toBe('resource.not-found');
    expect(await naming(patient, [mine, randomUUID()])).toBe('resource.not-found');
    expect(await naming(patient, [mine, mine])).toBe('validation.failed');
    // The rejected message left nothing: no row, no gap in the sequence, and the file is still unused.
    expect(await history(patient, visit.id)).toMatchObject({ items: [], last: 0 });
    expect((await said(patient, visit.id, '', { attachments: [{ id: mine, name: 'a' }] })).sequence).toBe(1);
    expect(await naming(patient, [mine])).toBe('resource.not-found');
  });

  it('keeps the sender’s order and names of a message’s files, also when the message is retried', async () => {
    const ids = [
      (await uploadAs(patient, await photo())).value.id,
      (await uploadAs(patient, pdf())).value.id,
    ].toReversed();
    const id = randomUUID();
    const attachments = ids.map((file, at) => ({ id: file, name: `file ${at}` }));
    const first = await said(patient, visit.id, 'both', { id, attachments });
    expect(first.attachments.map((file) => [file.id, file.name])).toEqual([
      [ids[0], 'file 0.pdf'],
      [ids[1], 'file 1.jpg'],
    ]);
    expect(await said(patient, visit.id, 'both', { id, attachments })).toEqual(first);
    const fewer = await send(patient, visit.id, 'both', { id, attachments: attachments.slice(1) });
    expect(fewer.problem.code).toBe('chat.message-differs');
  });

  it('never lets a sent file change, for any role', async () => {
    const { value } = await uploadAs(patient, await photo());
    await said(patient, visit.id, '', { attachments: [{ id: value.id, name: 'a' }] });
    await expect(
      test.database.admin.query(`UPDATE chat_attachment SET name = 'x' WHERE id = $1`, [value.id]),
    ).rejects.toThrow(/never changes/);
  });
});

describe('uploading a chat file', () => {
  it('twice, also at the same moment, stores it once', async () => {
    const [id, bytes] = [randomUUID(), await photo()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => uploadAs(patient, bytes, { id })));
    for (const { status, value } of answers) expect([status, value]).toEqual([200, answers[0]?.value]);
    expect((await trailOf(test, id)).map(({ action }) => action)).toEqual(['chat.attachment-added']);
    expect((await uploadAs(patient, await drawing('png'), { id })).problem.code).toBe('resource.conflict');
    expect((await uploadAs(doctor, bytes, { id })).problem.code).toBe('resource.conflict');
  });

  it('is allowed to the patient and doctor of the visit while it is open', async () => {
    const stranger = await factory.patient(hospital);
    expect((await uploadAs(stranger, await photo())).problem.code).toBe('resource.not-found');
    const [id, bytes] = [randomUUID(), await photo()];
    await uploadAs(patient, bytes, { id });
    await setChatDays(factory, hospital, 0);
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    expect((await uploadAs(patient, await photo())).problem.code).toBe('chat.closed');
    expect((await uploadAs(patient, bytes, { id })).status).toBe(200);
  });

  it('is rejected at the limit per visit', async () => {
    await uploadAs(patient, await photo());
    await test.database.admin.query(
      `INSERT INTO chat_attachment (visit_id, id, hospital_id, uploader_account_id, type, received_sha256, content, uploaded_at)
       SELECT visit_id, gen_random_uuid(), hospital_id, uploader_account_id, type, received_sha256, content, uploaded_at
       FROM chat_attachment, generate_series(1, $2) WHERE visit_id = $1`,
      [visit.id, attachmentsOfVisitLimit - 1],
    );
    expect((await uploadAs(doctor, await photo())).problem.code).toBe('attachment.too-many');
  });
});

describe('uploaded files without a message', () => {
  it('are deleted after a day, and only those', async () => {
    const db = test.database.admin;
    const old = async (hours: number) => {
      const { id } = (await uploadAs(patient, await photo())).value;
      await db.query(`UPDATE chat_attachment SET uploaded_at = now() - $2 * interval '1 hour' WHERE id = $1`, [
        id,
        hours,
      ]);
      return id;
    };
    const [sent, unused, fresh] = [await old(25), await old(25), await old(23)];
    await said(patient, visit.id, '', { attachments: [{ id: sent, name: 'a' }] });
    const job = sweepAttachmentsJob(new Transactions(test.source, test.clock), new AttachmentsRepository());
    await job.run({}, 'test');
    const { rows } = await db.query<{ id: string }>('SELECT id FROM chat_attachment WHERE visit_id = $1', [visit.id]);
    expect(rows.map(({ id }) => id).sort()).toEqual([sent, fresh].sort());
    expect([sent, fresh]).not.toContain(unused);
  });
});

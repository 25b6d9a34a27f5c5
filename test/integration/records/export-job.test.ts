import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportJob } from '../../../server/src/api/records/export/export.job.ts';
import { ArchiveContent } from '../../../server/src/api/records/export/archive-content.ts';
import { ExportsRepository } from '../../../server/src/api/records/export/exports.repository.ts';
import { RecordFiles } from '../../../server/src/api/records/reading/record-files.ts';
import { RecordReader } from '../../../server/src/api/records/reading/record-reader.ts';
import { RecordRowsRepository } from '../../../server/src/api/records/reading/record-rows.repository.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { PostgresFiles } from '../../../server/src/platform/files/store/postgres-files.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLocalKeyEncryption } from '../../../server/src/platform/signing/key-encryption.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
const exports = new ExportsRepository();

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());

const rows = new RecordRowsRepository();

/** Returns the api’s export job to run by hand; `wrap` replaces the content to simulate failures and cancellation. */
function job(wrap: (content: ArchiveContent) => Pick<ArchiveContent, 'fill'> = (content) => content) {
  const transactions = new Transactions(test.source, test.clock);
  const reader = new RecordReader({ transactions, rows });
  const files = new RecordFiles({ transactions, reader, rows, store: new PostgresFiles(null) });
  const content = new ArchiveContent({
    reader,
    files,
    publicUrl: 'http://localhost',
    logo: () => Promise.resolve(null),
  });
  const keyEncryption = createLocalKeyEncryption({ id: 'by-hand', key: randomBytes(32) });
  const { notify } = test.api;
  return exportJob({ transactions, exports, content: wrap(content) as ArchiveContent, keyEncryption, notify });
}

/** Inserts an export without a job and returns its id. */
async function waiting(patient: Patient): Promise<string> {
  const id = newId();
  await inHospital(test, hospital.id, (tx) =>
    exports.add(tx, { id, patientId: patient.patientId, accountId: patient.accountId, locale: 'en' }),
  );
  return id;
}

const run = (id: string, made = job()) => made.run({ hospitalId: hospital.id, exportId: id }, newId());
const find = (id: string) => inHospital(test, hospital.id, (tx) => exports.find(tx, id));
const partsOf = async (id: string) =>
  (await test.database.admin.query('SELECT number FROM record_export_part WHERE export_id = $1', [id])).rowCount;

describe('creating a copy of the record', () => {
  it('starts again after a crash midway and leaves nothing of the first attempt', async () => {
    const patient = await factory.patient(hospital);
    const id = await waiting(patient);
    await inHospital(test, hospital.id, async (tx) => {
      await exports.begin(tx, id, 'sealed under a key that nobody has any more');
      await exports.addPart(tx, id, 0, Buffer.from('half'), 0.4);
      await exports.addPart(tx, id, 1, Buffer.from('of it'), 0.5);
      await exports.addPart(tx, id, 2, Buffer.from('left'), 0.5);
    });
    await run(id);
    expect(await find(id)).toMatchObject({ state: 'ready', attempts: 2, parts: 1 });
    expect(await partsOf(id)).toBe(1);
  });

  it('stops after three failures, notifies the patient and deletes its parts', async () => {
    const patient = await factory.patient(hospital);
    const id = await waiting(patient);
    const failing = job(() => ({ fill: () => Promise.reject(new Error('a file of the record is gone')) }));
    for (let n = 0; n < 2; n++) await expect(run(id, failing)).rejects.toThrow('gone');
    expect((await find(id))?.state).toBe('making');
    await expect(run(id, failing)).rejects.toThrow('gone');
    expect(await find(id)).toMatchObject({ state: 'failed', keySealed: null });
    await run(id, failing);
    const { rows: told } = await test.database.admin.query(`SELECT template FROM notification WHERE account_id = $1`, [
      patient.accountId,
    ]);
    expect(told).toEqual([{ template: 'record.export-failed' }]);
  });

  it('stops when it is cancelled midway and stores nothing more', async () => {
    const patient = await factory.patient(hospital);
    const id = await waiting(patient);
    const cancelled = job((content) => ({
      fill: async (archive, context, row, progress) => {
        await inHospital(test, hospital.id, (tx) => exports.end(tx, id, 'cancelled'));
        await content.fill(archive, context, row, progress);
      },
    }));
    await run(id, cancelled);
    expect((await find(id))?.state).toBe('cancelled');
    expect(await partsOf(id)).toBe(0);
  });

  it('by two workers at once produces one complete copy', async () => {
    const patient = await factory.patient(hospital);
    const id = await waiting(patient);
    await Promise.allSettled([run(id), run(id)]);
    expect((await find(id))?.state).toBe('ready');
    expect(await partsOf(id)).toBe((await find(id))?.parts);
  });
});

describe('tenant isolation of record exports', () => {
  it('covers every repository method', async () => {
    const patient = await factory.patient(hospital);
    const id = await waiting(patient);
    const other = await factory.hospital();
    const before = await find(id);
    const there = <Value>(work: Parameters<typeof inHospital<Value>>[2]) => inHospital(test, other.id, work);
    const { patientId, accountId } = patient;
    const hash = Buffer.from(newId());
    expect(await there((tx) => exports.list(tx, patientId, accountId, 5))).toEqual([]);
    expect(await there((tx) => exports.countSince(tx, patientId, accountId, new Date(0)))).toBe(0);
    expect(await there((tx) => exports.running(tx, patientId, accountId))).toBeNull();
    expect(await there((tx) => exports.find(tx, id))).toBeNull();
    expect(await there((tx) => exports.lock(tx, id))).toBeNull();
    expect(await there((tx) => exports.part(tx, id, 0))).toBeNull();
    expect(await there((tx) => exports.overdue(tx, 5))).toEqual([]);
    expect(await there((tx) => exports.useLink(tx, hash, id))).toBe(false);
    await there(async (tx) => {
      await exports.begin(tx, id, 'theirs');
      await exports.finish(tx, id, { parts: 1, bytes: 1, expiresAt: tx.now });
      await exports.end(tx, id, 'expired');
      await exports.fetched(tx, id);
    });
    expect(await find(id)).toEqual(before);
    expect(await there((tx) => rows.page(tx, 'patient', patientId, '', 5))).toEqual([]);
    expect(await there((tx) => rows.count(tx, 'patient', patientId))).toBe(0);
    const place = { table: 'chart_document', key: [patientId, id] } as const;
    expect(await there((tx) => rows.piece(tx, place, 0, 5))).toBeNull();
    const tried = [
      'list',
      'countSince',
      'running',
      'find',
      'lock',
      'part',
      'overdue',
      'useLink',
      'begin',
      'finish',
      'end',
      'fetched',
    ];
    // Write with the transaction's own hospital, or lock a name that contains the patient's id.
    const own = ['add', 'addPart', 'addLink', 'lockRequests'];
    expectEveryMethodTried(ExportsRepository, Object.fromEntries([...tried, ...own].map((name) => [name, true])));
    expectEveryMethodTried(RecordRowsRepository, { page: true, count: true, piece: true });
  });
});

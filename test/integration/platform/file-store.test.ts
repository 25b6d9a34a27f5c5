import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DAY_MS, HOUR_MS } from '@yunzhen/shared/core/time/duration';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveFiles } from '../../../server/src/api/move-files.ts';
import { fileTables, placeOf, storedFiles } from '../../../server/src/api/stored-files.ts';
import { verifyRecords } from '../../../server/src/api/verify-records.ts';
import { systemContext, type HospitalContext } from '../../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import type { FileObject } from '../../../server/src/platform/files/store/file-place.ts';
import { claimObject } from '../../../server/src/platform/files/store/object-removals.ts';
import { openFileStore } from '../../../server/src/platform/files/store/open-file-store.ts';
import { removeObjectsJob } from '../../../server/src/platform/files/store/remove-objects.job.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import type { TestPerson } from '../../support/factories.ts';
import { requestKey } from '../../support/request-key.ts';
import { runJob, runNightlyJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { acceptPastEntries } from '../../support/past-clock.ts';
import { download, history, upload } from '../chat/chat-steps.ts';
import { drawing } from '../chat/sample-files.ts';
import { archiveOf, made } from '../records/export-steps.ts';
import { wholeRecord } from '../records/whole-record.ts';
import { startApiWithBucket, type ApiWithBucket } from './bucket-steps.ts';

/** What `wholeRecord` stores, by table. */
const filesOfRecord = {
  chart_document: 1,
  chat_attachment: 1,
  clinical_document_file: 4,
  intake_picture: 2,
  prescription_document: 2,
};

const filesInRecord = Object.values(filesOfRecord).reduce((sum, n) => sum + n);

let store: ApiWithBucket['store'];
let bucket: ApiWithBucket['bucket'];
let test: ApiWithBucket['test'];
let clinic: ApiWithBucket['clinic'];
let transactions: ApiWithBucket['transactions'];
let sql: ApiWithBucket['sql'];
let close: ApiWithBucket['close'];

beforeAll(async () => {
  ({ store, bucket, test, clinic, transactions, sql, close } = await startApiWithBucket());
  await acceptPastEntries(test.database);
});
afterAll(() => close());
beforeEach(() => {
  test.clock.advance(Date.now() - test.clock.now().getTime());
});

const filesAs = (kind: 'postgres' | 's3') => openFileStore({ ...test.settings, FILE_STORE: kind }, transactions);
const context = () => systemContext(clinic.hospital.id, 'file store test');
const removeDue = () => runJob(test, clinic.hospital.id, 'remove-file-objects');
const keysInBucket = async () => (await bucket.keys(`${clinic.hospital.id}/`)) ?? [];
const readiness = async () => {
  const answer = await fetch(`${test.url}/readyz`);
  return { code: answer.status, files: ((await answer.json()) as { files: string }).files };
};

const sealingFailed = async () =>
  (await sql(`SELECT 1 FROM ${jobsSchema}.job WHERE name = 'seal-document' AND state IN ('retry', 'failed')`)).length >
  0;

/** Returns the number of files of the hospital by table, in rows or in objects. */
async function counted(where: 'rows' | 'objects'): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { table } of storedFiles(transactions, clinic.hospital.id, where))
    counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/** Counts its transactions that have not ended; those of the api have another owner. */
class RunningTransactions extends Transactions {
  running = 0;
  override async run<Value>(context: HospitalContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    this.running++;
    try {
      return await super.run(context, work);
    } finally {
      this.running--;
    }
  }
}

describe('with an object store', () => {
  let patient: TestPerson & { patientId: string };
  let visitId: string;
  let fileId: string;
  beforeAll(async () => {
    ({ patient, visitId } = await wholeRecord(test, clinic));
    const { items } = await history(patient, visitId);
    fileId = items.flatMap(({ attachments }) => attachments)[0]?.id ?? '';
  });

  it('files of every kind are encrypted objects below their hospital, and no row has the bytes', async () => {
    expect([await counted('objects'), await counted('rows')]).toEqual([filesOfRecord, {}]);
    expect(fileTables.map(({ table }) => table)).toEqual(Object.keys(filesOfRecord));
    const keys = new Set(await keysInBucket());
    for await (const { object } of storedFiles(transactions, clinic.hospital.id, 'objects')) {
      const { key, bytes, sha256 } = object as FileObject;
      expect(keys.delete(key)).toBe(true);
      const stored = await bucket.get(key);
      // A nonce and a tag, and nothing readable.
      expect(stored?.length).toBe(bytes + 28);
      for (const mark of ['%PDF', 'JFIF', 'PNG']) expect(stored?.includes(mark)).toBe(false);
      const file = await filesAs('s3').get({ content: null, object });
      expect([file.length, hash('sha256', file, 'hex')]).toEqual([bytes, sha256]);
    }
    expect([...keys]).toEqual([]);
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
  });

  it('the pages, the copy of the record and the check of signatures read them', async () => {
    const answer = await download(clinic.doctor, visitId, fileId);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const { id } = await made(patient.client);
    const digests = [...(await archiveOf(test, patient.client, id)).values()].map((file) =>
      hash('sha256', file, 'hex'),
    );
    for await (const { object } of storedFiles(transactions, clinic.hospital.id, 'objects'))
      expect(digests).toContain(object?.sha256);
    const keys = await openKeyEncryption(test.settings);
    const parts = { transactions, keys, files: filesAs('s3'), timeAnchors: [] };
    expect(await verifyRecords(clinic.hospital.id, parts)).toMatchObject({ pdfs: 6, broken: [], unread: 0 });
  });

  it('the check of signatures holds no transaction while it reads the store, and tells a lost file from a store that is down', async () => {
    const keys = await openKeyEncryption(test.settings);
    const own = new RunningTransactions(test.source, test.clock);
    const [row] = await sql<{ object: FileObject }>('SELECT object FROM clinical_document_file LIMIT 1');
    const lost = row?.object.key ?? '';
    const kept = (await bucket.get(lost)) as Buffer;
    const objects = filesAs('s3');
    let open = 0;
    const files = {
      get: async (place: Parameters<typeof objects.get>[0]) => {
        open += own.running;
        return objects.get(place);
      },
    };
    await bucket.remove(lost);
    const parts = { transactions, keys, timeAnchors: [] };
    const verdict = await verifyRecords(clinic.hospital.id, { ...parts, transactions: own, files });
    await bucket.put(lost, kept);
    expect([open, verdict.pdfs, verdict.unread, verdict.broken.length]).toEqual([0, 5, 0, 1]);
    await store.stop();
    const down = await verifyRecords(clinic.hospital.id, { ...parts, files: filesAs('s3') });
    await store.start();
    expect(down).toMatchObject({ pdfs: 0, unread: 6, broken: [] });
    const without = openFileStore({ FILE_STORE: 'postgres', FILE_S3_REGION: 'us-east-1' } as never, transactions);
    expect(await verifyRecords(clinic.hospital.id, { ...parts, files: without })).toMatchObject({
      unread: 6,
      broken: [],
    });
    const program = fileURLToPath(new URL('../../../server/src/api/verify-records.main.ts', import.meta.url));
    const env = {
      ...process.env,
      DATABASE_URL: test.database.appUrl,
      DATABASE_REQUEST_KEY: requestKey.toString('base64'),
      KEY_ENCRYPTION_KEY: test.settings.KEY_ENCRYPTION_KEY?.key.toString('base64') ?? '',
    };
    const ended = await promisify(execFile)(process.execPath, [program], { env }).catch((error: unknown) => error);
    expect(ended).toMatchObject({ code: 75, stdout: expect.stringContaining('6 PDFs NOT CHECKED') as string });
  });

  it('an object that was exchanged or lost is never served', async () => {
    const [row] = await sql<{ object: FileObject }>('SELECT object FROM chat_attachment WHERE id = $1', fileId);
    const key = row?.object.key ?? '';
    const kept = (await bucket.get(key)) as Buffer;
    const [other = ''] = (await keysInBucket()).filter((one) => one !== key);
    for (const wrong of [(await bucket.get(other)) as Buffer, kept.subarray(0, -1), null]) {
      await (wrong ? bucket.put(key, wrong) : bucket.remove(key));
      expect((await download(patient, visitId, fileId)).status).toBe(503);
    }
    await bucket.put(key, kept);
    expect((await download(patient, visitId, fileId)).status).toBe(200);
  });

  it('the app cannot point a file that was sent, recorded, given or signed to another object', async () => {
    const change = (table: string) =>
      inHospital(test, clinic.hospital.id, (tx) =>
        tx.query(`UPDATE ${table} SET object = object || '{"key": "elsewhere"}' WHERE object IS NOT NULL`),
      );
    for (const { table } of fileTables) await expect(change(table), table).rejects.toThrow();
  });

  it('while the store is down only its files are unavailable, nothing acknowledged is lost, and PDFs wait for it', async () => {
    const before = await counted('objects');
    await store.stop();
    try {
      const refused = await upload(test, patient, visitId, await drawing('png'));
      expect([refused.status, refused.problem.code]).toEqual([503, 'service.unavailable']);
      expect((await download(patient, visitId, fileId)).status).toBe(503);
      expect((await history(patient, visitId)).items).toHaveLength(2);
      expect(await readiness()).toEqual({ code: 200, files: 'unavailable' });
      await sql('DELETE FROM clinical_document_file');
      test.clock.advance(60_000);
      await runJob(test, clinic.hospital.id, 'find-unsealed-documents');
      await expect.poll(sealingFailed, { timeout: 20_000 }).toBe(true);
    } finally {
      await store.start();
    }
    expect(await readiness()).toEqual({ code: 200, files: 'available' });
    expect((await download(patient, visitId, fileId)).status).toBe(200);
    await expect.poll(() => counted('objects'), { timeout: 20_000 }).toEqual(before);
    test.clock.advance(DAY_MS);
    await removeDue();
    expect(await keysInBucket()).toHaveLength(filesInRecord);
  });

  it('an upload whose row was not stored is removed after a day, one with a row never', async () => {
    await sql('DELETE FROM object_removal');
    const place = await filesAs('s3').put(context(), Buffer.from('orphan'));
    const before = await keysInBucket();
    await removeDue();
    expect(await keysInBucket()).toEqual(before);
    test.clock.advance(DAY_MS - HOUR_MS / 2);
    // Too late for a row: the removal may begin at any moment.
    await expect(inHospital(test, clinic.hospital.id, (tx) => claimObject(tx, place.object))).rejects.toThrow(
      'removed',
    );
    test.clock.advance(HOUR_MS);
    expect(await filesAs('s3').exists(place)).toBe(true);
    await removeDue();
    expect(await filesAs('s3').exists(place)).toBe(false);
    expect(await keysInBucket()).toHaveLength(before.length - 1);
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
  });

  it('a rolled-back deletion keeps the object', async () => {
    const { value } = await upload(test, patient, visitId, await drawing('png'));
    const died = inHospital(test, clinic.hospital.id, async (tx) => {
      expect(await tx.query('DELETE FROM chat_attachment WHERE message_id IS NULL RETURNING id')).toHaveLength(1);
      expect(await tx.query('SELECT key FROM object_removal')).toHaveLength(1);
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
    expect((await download(patient, visitId, value.id)).status).toBe(200);
  });

  it('a file that is not sent within a day goes with its object', async () => {
    const before = await counted('objects');
    test.clock.advance(DAY_MS + HOUR_MS);
    await runJob(test, clinic.hospital.id, 'sweep-chat-attachments');
    await removeDue();
    const { chat_attachment: files = 0 } = before;
    expect(await counted('objects')).toEqual({ ...before, chat_attachment: files - 1 });
    expect(await keysInBucket()).toHaveLength(filesInRecord);
  });

  it('move to Postgres and back while the api serves them, and an interrupted move continues', async () => {
    const owner = new pg.Client({ connectionString: ownerUrl() });
    await owner.connect();
    const digests = async () => {
      const found: string[] = [];
      for await (const file of storedFiles(transactions, clinic.hospital.id, 'anywhere')) {
        const place = await placeOf(transactions, file);
        if (place)
          found.push(`${file.table} ${file.id.join(' ')} ${hash('sha256', await filesAs('s3').get(place), 'hex')}`);
      }
      return found;
    };
    const before = await digests();
    const move = (to: 'postgres' | 's3', progress?: () => void) =>
      moveFiles(clinic.hospital.id, to, {
        transactions,
        owner,
        files: filesAs(to),
        failed: (_file, error) => expect.unreachable(error.message),
        ...(progress ? { progress } : {}),
      });
    let moved = 0;
    const interrupted = move('postgres', () => {
      if (++moved === 3) throw new Error('killed');
    });
    await expect(interrupted).rejects.toThrow('killed');
    expect(await move('postgres')).toBe(filesInRecord - 3);
    expect([await counted('rows'), await counted('objects')]).toEqual([filesOfRecord, {}]);
    expect((await download(patient, visitId, fileId)).status).toBe(200);
    test.clock.advance(HOUR_MS);
    await removeDue();
    expect(await keysInBucket()).toEqual([]);

    expect(await move('s3')).toBe(filesInRecord);
    expect([await counted('rows'), await counted('objects')]).toEqual([{}, filesOfRecord]);
    expect(await digests()).toEqual(before);
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
    // The owner cannot exchange a file either.
    await expect(
      owner.query(`BEGIN; SELECT set_config('app.hospital_id', '${clinic.hospital.id}', true);
        UPDATE chat_attachment SET object = object || '{"sha256": "${'0'.repeat(64)}"}' WHERE message_id IS NOT NULL`),
    ).rejects.toThrow('a sent attachment never changes');
    await owner.end();
  });

  it('are checked and moved by the command', async () => {
    const { slug } = clinic.hospital;
    let withoutKeys = false;
    const run = async (...args: string[]) => {
      const program = fileURLToPath(new URL('../../../server/src/api/files.main.ts', import.meta.url));
      const env = {
        ...process.env,
        DATABASE_URL: test.database.appUrl,
        DATABASE_OWNER_URL: ownerUrl(),
        DATABASE_REQUEST_KEY: requestKey.toString('base64'),
        FILE_S3_URL: store.bucket,
        FILE_S3_ACCESS_KEY: withoutKeys ? '' : store.accessKey,
        FILE_S3_SECRET_KEY: withoutKeys ? '' : store.secretKey,
      };
      return (await promisify(execFile)(process.execPath, [program, ...args], { env })).stdout;
    };
    const inBucket = `${slug}: 0 files in Postgres, ${filesInRecord} in the object store, 0 of them cannot be read`;
    expect(await run('check')).toContain(inBucket);
    expect(await run('move', '--to=postgres')).toContain(`${slug}: ${filesInRecord} files moved in all`);
    expect(await run('move', '--to=s3')).toContain(`${slug}: ${filesInRecord} files moved in all`);
    const [row] = await sql<{ key: string }>(`SELECT object->>'key' AS key FROM chat_attachment WHERE id = $1`, fileId);
    const lost = row?.key ?? '';
    const kept = (await bucket.get(lost)) as Buffer;
    await bucket.remove(lost);
    const refused = async (...args: Parameters<typeof run>) =>
      (await run(...args).catch((error: unknown) => error)) as { code: number; stdout: string; stderr: string };
    expect(await refused('check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`${slug}: CANNOT READ chat_attachment`) as string,
    });
    const left = await refused('move', '--to=postgres');
    expect(left.code).toBe(1);
    expect(left.stdout).toMatch(new RegExp(`${slug}: CANNOT MOVE chat_attachment .*: object .* is missing`));
    expect(left.stdout).toContain(`${slug}: ${filesInRecord - 1} files moved in all, 1 cannot be moved`);
    await bucket.put(lost, kept);
    withoutKeys = true;
    const inRows = async () => sql('SELECT xmin::text FROM intake_picture ORDER BY 1');
    const before = await inRows();
    expect(await refused('move', '--to=s3')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('FILE_S3_ACCESS_KEY: expected the access key of FILE_S3_URL') as string,
    });
    expect(await inRows()).toEqual(before);
    withoutKeys = false;
    await bucket.put('database', Buffer.from('another one'));
    expect(await refused('move', '--to=s3')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('run npm run files -- take-over') as string,
    });
    expect(await run('take-over')).toContain('is this database’s now');
    await run('move', '--to=s3');
  }, 120_000);

  it('an object that cannot be removed does not keep the others of its hospital', async () => {
    test.clock.advance(HOUR_MS);
    await removeDue();
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
    const stuck = await filesAs('s3').put(context(), Buffer.from('a'));
    const other = await filesAs('s3').put(context(), Buffer.from('b'));
    await sql(`UPDATE object_removal SET due_at = now() - interval '2 days' WHERE key = $1`, stuck.object?.key);
    await sql(`UPDATE object_removal SET due_at = now() - interval '1 day' WHERE key = $1`, other.object?.key);
    const objects = filesAs('s3');
    const files = {
      isReachable: () => objects.isReachable(),
      owner: () => objects.owner(),
      remove: (key: string) => (key === stuck.object?.key ? Promise.reject(new Error('denied')) : objects.remove(key)),
    };
    const job = removeObjectsJob(transactions, files);
    const run = () => job.run({} as never, 'test');
    await expect(run()).rejects.toThrow(`failed for ${clinic.hospital.id}`);
    expect(await sql('SELECT key FROM object_removal')).toEqual([{ key: stuck.object?.key }]);
    expect([await objects.exists(stuck), await objects.exists(other)]).toEqual([true, false]);
    await removeDue();
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
  });

  it('a record that is forgotten takes its objects with it', async () => {
    test.clock.advance(-60 * DAY_MS);
    const ended = new Date(test.clock.now().getTime() - 16 * 366 * DAY_MS);
    await sql('UPDATE visit SET ended_at = $2, created_at = $2 WHERE patient_id = $1', patient.patientId, ended);
    await sql('UPDATE session SET ended_at = $2 WHERE account_id = $1', patient.accountId, test.clock.now());
    await runNightlyJob(test, clinic.hospital.id, 'forget-records');
    expect(await counted('objects')).toEqual({});
    test.clock.advance(61 * DAY_MS);
    await removeDue();
    expect(await keysInBucket()).toEqual([]);
  });
});

/** Returns the address of the tables’ owner, who is no superuser, as in an installation with Docker. */
function ownerUrl(): string {
  const url = new URL(test.database.adminUrl);
  url.username = 'yunzhen_owner';
  url.password = 'test-owner';
  return url.href;
}

import pg from 'pg';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assertBucketIsGiven } from '../../../server/src/api/start-checks.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import {
  claimBucket,
  forgetObjects,
  ownerOfBucket,
  takeBucketOver,
} from '../../../server/src/platform/files/store/bucket-claim.ts';
import { openFileStore } from '../../../server/src/platform/files/store/open-file-store.ts';
import { removeObjectsJob } from '../../../server/src/platform/files/store/remove-objects.job.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { readInstallationHealth } from '../../../shared/src/operator/operator.contract.ts';
import { TestClient } from '../../support/client.ts';
import { signedInOperator } from '../../support/operators.ts';
import { accessOf } from '../../support/request-key.ts';
import { startApiWithBucket, type ApiWithBucket } from './bucket-steps.ts';

let store: ApiWithBucket['store'];
let bucket: ApiWithBucket['bucket'];
let test: ApiWithBucket['test'];
let clinic: ApiWithBucket['clinic'];
let transactions: ApiWithBucket['transactions'];
let sql: ApiWithBucket['sql'];
let close: ApiWithBucket['close'];

beforeAll(async () => {
  ({ store, bucket, test, clinic, transactions, sql, close } = await startApiWithBucket());
});
afterAll(() => close());

/** Of a process that starts now. */
const filesNow = () => openFileStore(test.settings, transactions);
const put = (text: string) => filesNow().put(systemContext(clinic.hospital.id, 'test'), Buffer.from(text));
const takeOver = () => takeBucketOver(bucket, test.database.admin);
const removeDue = () => removeObjectsJob(transactions, filesNow()).run({} as never, 'test');
const readiness = async () => ((await (await fetch(`${test.url}/readyz`)).json()) as { files: string }).files;
const oldestProgram = async () => {
  const [row] = await sql<{ oldest: string }>(
    `SELECT oldest_program AS oldest FROM schema_migration WHERE name = 'FileBucket1764003512000'`,
  );
  return row?.oldest;
};

describe('a database that has not stored a file in the bucket', () => {
  it('claims nothing and keeps no older program out', async () => {
    expect([await ownerOfBucket(bucket, transactions), await readiness()]).toEqual(['none', 'available']);
    expect(await oldestProgram()).toBe('0.0.0');
    await expect(assertBucketIsGiven(test.source, {})).resolves.toBeUndefined();
  });

  it('stores in Postgres while a process runs that cannot read the bucket', async () => {
    const id = newId();
    // As a release before does.
    await sql('INSERT INTO api_process (id, beat_at) VALUES ($1, now())', id);
    expect(await put('early')).toEqual({ content: Buffer.from('early'), object: null });
    await sql('DELETE FROM api_process WHERE id = $1', id);
    expect(await sql('SELECT key FROM object_removal')).toEqual([]);
    expect((await put('later')).content).toBeNull();
  });
});

describe('a database with files in the bucket', () => {
  it('refuses programs that do not know of it, until all files were moved back', async () => {
    expect(await oldestProgram()).toBe('0.2.0');
    await migrate(test.database.adminUrl, accessOf(test.database.appUrl));
    expect(await oldestProgram()).toBe('0.2.0');
    await expect(assertBucketIsGiven(test.source, {})).rejects.toThrow(
      'FILE_S3_URL: files of this database are in a bucket',
    );
    await expect(assertBucketIsGiven(test.source, { FILE_S3_URL: store.bucket })).resolves.toBeUndefined();
    await forgetObjects(test.database.admin);
    await expect(assertBucketIsGiven(test.source, {})).resolves.toBeUndefined();
    await put('again');
    expect(await oldestProgram()).toBe('0.2.0');
  });
});

describe('a bucket of another database', () => {
  /** What a restored copy of this database finds; each makes this one the copy. */
  const ways: Record<string, () => Promise<unknown>> = {
    'the database was restored': () => sql(`UPDATE file_bucket_claim SET database = database || '.copy'`),
    'another one has taken it over': () => bucket.put('database', Buffer.from(newId())),
    'it never claimed the bucket': () => sql('DELETE FROM file_bucket_claim'),
  };
  beforeEach(async () => {
    await takeOver();
  });

  it.each(Object.keys(ways))('is read, and neither written nor cleared: %s', async (way) => {
    const place = await put('a file');
    await sql(`UPDATE object_removal SET due_at = now() - interval '1 day'`);
    await ways[way]?.();
    expect(await ownerOfBucket(bucket, transactions)).toBe('other');
    expect(await readiness()).toBe('read-only');
    await expect(removeDue()).rejects.toThrow('npm run files -- take-over');
    expect((await filesNow().get(place)).toString()).toBe('a file');
    expect(await put('a new one')).toMatchObject({ object: null });
    expect(await claimBucket(bucket, transactions)).toBe(false);

    await takeOver();
    expect(await readiness()).toBe('available');
    expect((await put('another one')).content).toBeNull();
    test.clock.advance(DAY_MS / 2);
    await removeDue();
    expect(await filesNow().exists(place)).toBe(false);
  });

  it('is read, and neither written nor cleared, by an isolated copy, even if the database looks like the original', async () => {
    const place = await put('a file');
    await sql(`UPDATE object_removal SET due_at = now() - interval '1 day'`);
    const isolated = openFileStore({ ...test.settings, ISOLATED: true }, transactions);
    expect(await isolated.owner()).toBe('other');
    expect((await isolated.get(place)).toString()).toBe('a file');
    const context = systemContext(clinic.hospital.id, 'test');
    expect(await isolated.put(context, Buffer.from('a new one'))).toMatchObject({ object: null });
    await expect(removeObjectsJob(transactions, isolated).run({} as never, 'test')).rejects.toThrow();
    await expect(isolated.remove((place.object as { key: string }).key)).rejects.toThrow('only reads');
    expect(await filesNow().exists(place)).toBe(true);
  });

  it('is recognised by system, timeline and database, which differ in each copy', async () => {
    const identity = 'SELECT database_identity() AS id';
    const [own] = await sql<{ id: string }>(identity);
    expect(own?.id).toMatch(/^\d+\.[0-9A-F]{8}\.\d+$/);
    const url = new URL(test.database.adminUrl);
    const copy = `${url.pathname.slice(1)}_copy`;
    url.pathname = `/${copy}`;
    await sql(`CREATE DATABASE ${copy} TEMPLATE template0`);
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const [source] = await sql<{ text: string }>(`SELECT pg_get_functiondef('database_identity'::regproc) AS text`);
    await client.query(source?.text ?? '');
    const { rows } = await client.query<{ id: string }>(identity);
    await client.end();
    await sql(`DROP DATABASE ${copy}`);
    expect(rows[0]?.id.split('.').slice(0, 2)).toEqual(own?.id.split('.').slice(0, 2));
    expect(rows[0]?.id).not.toBe(own?.id);
  });
});

it('a bucket is on the operator’s page with its state, the last success and the code of the last failure', async () => {
  const { headers } = await signedInOperator(test);
  // A part that takes too long on a busy machine is null for once.
  const shown = async () => (await new TestClient(test.url).ok(readInstallationHealth, { headers })).files;
  const poll = () => expect.poll(shown, { timeout: 30_000 });
  await readiness();
  await poll().toMatchObject({ newFiles: 'bucket', bucket: { succeededAt: expect.any(String), failures: 0 } });
  await store.stop();
  await readiness();
  await poll().toMatchObject({ bucket: { state: 'unavailable', failure: 'ECONNREFUSED' } });
  await store.start();
  await readiness();
  await poll().toMatchObject({ bucket: { failures: 0 } });
});

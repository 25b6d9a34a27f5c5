import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { systemClock } from '../platform/clock.ts';
import { flag, readConfig, secret32 } from '../platform/config/config.ts';
import { fileSettings } from '../platform/config/file-settings.ts';
import { installationContext } from '../platform/context.ts';
import { createDataSource } from '../platform/db/data-source.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { hospitalsHere } from '../platform/db/hospitals-here.ts';
import { assertDatabaseAnswers } from '../platform/db/reach-database.ts';
import { Transactions } from '../platform/db/transaction.ts';
import {
  claimBucket,
  everyProcessReads,
  forgetObjects,
  foreignBucketText,
  takeBucketOver,
} from '../platform/files/store/bucket-claim.ts';
import { fileBucket, openFileStore } from '../platform/files/store/open-file-store.ts';
import { createLogger } from '../platform/logging/logger.ts';
import type { ObjectBucket } from '../platform/objects/object-bucket.ts';
import { endOnFailure, StartError } from '../platform/process/start-failure.ts';
import { entities } from './entities.ts';
import { moveFiles } from './move-files.ts';
import { assertRequestKeyFits } from './start-checks.ts';
import { placeOf, storedFiles, type StoredFile } from './stored-files.ts';

/**
 * `move --to=s3|postgres` moves the files of every hospital to the other store; `check` reads every file, and compares objects with their
 * checksum; `take-over` makes the bucket this database’s. Exit code 1: a file cannot be read.
 */
endOnFailure(createLogger({ name: 'files', level: 'info' }));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const { positionals, values } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } });
const [command] = positionals;
const { to } = values;
const isMove = command === 'move' && (to === 's3' || to === 'postgres');
if (!isMove && command !== 'check' && command !== 'take-over')
  throw new StartError('Use one of: move --to=s3, move --to=postgres, check, take-over.');

const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_REQUEST_KEY, DATA_DIR } = process.env;
const database = DATABASE_URL
  ? { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, requestKey: DATABASE_REQUEST_KEY }
  : await embeddedDatabase(resolve(DATA_DIR || '.data'));
const settings = readConfig(
  z.object({ DATABASE_REQUEST_KEY: secret32, ISOLATED: flag.default(false), ...fileSettings }),
  {
    ...process.env,
    DATABASE_REQUEST_KEY: database.requestKey,
  },
);
if (settings.ISOLATED && command !== 'check')
  throw new StartError('ISOLATED: an isolated copy changes nothing in the bucket.');
const bucket = fileBucket(settings);
if (!bucket) throw new StartError('FILE_S3_URL: expected the bucket for files.');
await assertDatabaseAnswers({ DATABASE_URL: database.url });
const { url, ownerUrl } = database;
const source = await createDataSource({
  url,
  poolSize: 2,
  entities,
  requestKey: settings.DATABASE_REQUEST_KEY,
}).initialize();
const transactions = new Transactions(source, systemClock);
await assertRequestKeyFits(transactions);

const hospitals = await source.query<{ id: string; slug: string }[]>(hospitalsHere);
if (isMove) await move(bucket, to);
else if (command === 'take-over') await takeOver(bucket);
else await check();
await source.destroy();

async function connectAsOwner(): Promise<pg.Client> {
  if (!ownerUrl)
    throw new StartError('DATABASE_OWNER_URL: expected the owner of the tables, who alone may move files.');
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'yunzhen-files' });
  await owner.connect();
  return owner;
}

async function takeOver(taken: ObjectBucket): Promise<void> {
  const owner = await connectAsOwner();
  await takeBucketOver(taken, owner);
  await owner.end();
  say(`${taken.name} is this database’s now. Another database only reads it.`);
}

/** Throws before anything is moved to a bucket that may not be written. */
async function assertStores(target: ObjectBucket): Promise<void> {
  if (!(await claimBucket(target, transactions))) throw new StartError(foreignBucketText);
  if (!(await transactions.run(installationContext('move files'), everyProcessReads)))
    throw new StartError(
      'FILE_S3_URL: an api process runs without it, or is of a release that cannot read files in a bucket. Set FILE_S3_… for every one first.',
    );
}

async function move(target: ObjectBucket, kind: 's3' | 'postgres'): Promise<void> {
  const owner = await connectAsOwner();
  if (kind === 's3') await assertStores(target);
  const files = openFileStore({ ...settings, FILE_STORE: kind }, transactions);
  for (const { id, slug } of hospitals) {
    let [seen, left] = [0, 0];
    const progress = () => void (++seen % 1000 === 0 && say(`${slug}: ${seen} files moved`));
    const failed = ({ table, id: key }: StoredFile, { message, cause }: Error) => {
      left++;
      say(`${slug}: CANNOT MOVE ${table} ${key.join(' ')}: ${cause instanceof Error ? cause.message : message}`);
    };
    const moved = await moveFiles(id, kind, { transactions, owner, files, progress, failed });
    say(`${slug}: ${moved} files moved in all${left > 0 ? `, ${left} cannot be moved` : ''}`);
    if (left > 0) process.exitCode = 1;
  }
  if (!(await anyInObjects())) await forgetObjects(owner);
  await owner.end();
}

async function anyInObjects(): Promise<boolean> {
  for (const { id } of hospitals) if (!(await storedFiles(transactions, id, 'objects').next()).done) return true;
  return false;
}

async function check(): Promise<void> {
  const files = openFileStore(settings, transactions);
  for (const { id, slug } of hospitals) {
    let [rows, objects, broken] = [0, 0, 0];
    for await (const file of storedFiles(transactions, id, 'anywhere')) {
      const place = await placeOf(transactions, file);
      if (!place) continue;
      if (place.object) objects++;
      else rows++;
      if (await files.get(place).catch(() => null)) continue;
      broken++;
      say(`${slug}: CANNOT READ ${file.table} ${file.id.join(' ')}`);
    }
    say(`${slug}: ${rows} files in Postgres, ${objects} in the object store, ${broken} of them cannot be read`);
    if (broken > 0) process.exitCode = 1;
  }
}

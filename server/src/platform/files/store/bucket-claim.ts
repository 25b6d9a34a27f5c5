import { installationContext } from '../../context.ts';
import type { Transactions, Tx } from '../../db/transaction.ts';
import { newId } from '../../ids.ts';
import type { ObjectBucket } from '../../objects/object-bucket.ts';
import { runningProcesses } from '../../realtime/api-processes.repository.ts';

/** The object that says whose bucket it is. */
const marker = 'database';

export const foreignBucketText =
  'FILE_S3_URL: the bucket belongs to another database, or this one is a copy. Files in it are only read; new ones go to Postgres, and none are removed. If this database replaces the other one, run npm run files -- take-over.';

interface Reader {
  query<Rows>(sql: string, values: unknown[]): Promise<Rows>;
}

interface Owner {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** `own`, or no one’s yet, or another database’s. A restored database is another one until it takes the bucket over. */
export type BucketOwner = 'own' | 'none' | 'other';

/** Returns whose bucket it is. Throws when the bucket does not answer. */
export async function ownerOfBucket(
  bucket: ObjectBucket,
  transactions: Pick<Transactions, 'run'>,
): Promise<BucketOwner> {
  const claim = await transactions.run(installationContext('file bucket'), readClaim);
  // Without the bucket’s answer.
  if (claim && !claim.isOriginal) return 'other';
  const id = await bucket.get(marker);
  if (!id) return 'none';
  return id.toString() === claim?.id ? 'own' : 'other';
}

/** Claims a bucket that is no one’s. Returns whether it is this database’s. */
export async function claimBucket(bucket: ObjectBucket, transactions: Pick<Transactions, 'run'>): Promise<boolean> {
  const owner = await ownerOfBucket(bucket, transactions);
  if (owner !== 'none') return owner === 'own';
  const claim = await transactions.run(installationContext('file bucket'), async (tx) => {
    await tx.query(
      'INSERT INTO file_bucket_claim (id, database) VALUES ($1, database_identity()) ON CONFLICT DO NOTHING',
      [newId()],
    );
    return readClaim(tx);
  });
  await bucket.put(marker, Buffer.from(claim?.id ?? ''));
  return true;
}

/** Assigns the bucket to this database, even if it belonged to another. The connection is the tables’ owner’s. */
export async function takeBucketOver(bucket: ObjectBucket, owner: Owner): Promise<void> {
  const id = newId();
  await owner.query(
    `INSERT INTO file_bucket_claim (id, database) VALUES ($1, database_identity())
     ON CONFLICT (one) DO UPDATE SET id = excluded.id, database = excluded.database`,
    [id],
  );
  await bucket.put(marker, Buffer.from(id));
}

/** Returns whether every running process of the api can read files in the bucket. */
export async function everyProcessReads(tx: Tx): Promise<boolean> {
  return (await runningProcesses(tx)).every(({ fileBucket }) => fileBucket);
}

/** The migration whose record says which programs may run on a database with objects; a trigger raises it when the first one is stored. */
const declared = 'FileBucket1764003512000';

/** Returns whether files of this database are, or were until all were moved back, in a bucket. */
export async function hasObjects(source: Reader): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `SELECT 1 FROM schema_migration WHERE name = $1 AND oldest_program <> '0.0.0'`,
    [declared],
  );
  return rows.length > 0;
}

/** Lets older programs run again, once no file is in the bucket. The connection is the tables’ owner’s. */
export async function forgetObjects(owner: Owner): Promise<void> {
  await owner.query(`UPDATE schema_migration SET oldest_program = '0.0.0' WHERE name = $1`, [declared]);
}

async function readClaim(tx: Tx): Promise<{ id: string; isOriginal: boolean } | null> {
  const [row] = await tx.query<{ id: string; isOriginal: boolean }>(
    'SELECT id, database = database_identity() AS "isOriginal" FROM file_bucket_claim',
  );
  return row ?? null;
}

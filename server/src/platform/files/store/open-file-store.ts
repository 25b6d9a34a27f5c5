import { objectionToFileSettings, type FileSettings } from '../../config/file-settings.ts';
import { timeouts } from '../../config/timeouts.ts';
import type { Transactions } from '../../db/transaction.ts';
import type { ObjectBucket } from '../../objects/object-bucket.ts';
import { S3Bucket } from '../../objects/s3-bucket.ts';
import { StartError } from '../../process/start-failure.ts';
import type { FileStore } from './file-store.ts';
import { ObjectFiles, type StoreOutcomes } from './object-files.ts';
import { PostgresFiles } from './postgres-files.ts';
import { readOnlyFiles } from './read-only-files.ts';

/** Returns the bucket of the settings; null without one. Throws `StartError` for settings that are incomplete. */
export function fileBucket(settings: FileSettings): ObjectBucket | null {
  const objection = objectionToFileSettings(settings);
  if (objection) throw new StartError(`${objection.setting}: expected ${objection.expected}.`);
  const { FILE_S3_URL: address, FILE_S3_REGION: region } = settings;
  const { FILE_S3_ACCESS_KEY: accessKey, FILE_S3_SECRET_KEY: secretKey } = settings;
  if (!address || !accessKey || !secretKey) return null;
  return new S3Bucket({ address, accessKey, secretKey, region, answerMs: timeouts['files.answer'] });
}

/**
 * Returns the store of new files by `FILE_STORE`; files that are in the other one can be read. An isolated copy changes nothing in the bucket. Throws
 * `StartError`.
 */
export function openFileStore(
  settings: FileSettings & { readonly ISOLATED?: boolean },
  transactions: Transactions,
  outcomes?: StoreOutcomes,
): FileStore {
  const bucket = fileBucket(settings);
  const objects = bucket && new ObjectFiles(bucket, transactions, outcomes);
  if (settings.ISOLATED) return new PostgresFiles(objects && readOnlyFiles(objects));
  return settings.FILE_STORE === 's3' && objects ? objects : new PostgresFiles(objects);
}

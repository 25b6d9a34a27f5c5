import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { S3Bucket } from '../../../server/src/platform/objects/s3-bucket.ts';
import { Clinic } from '../../support/clinic.ts';
import { startObjectStore } from '../../support/object-store.ts';
import { startTestApi } from '../../support/test-api.ts';

export type ApiWithBucket = Awaited<ReturnType<typeof startApiWithBucket>>;

/** Starts an api that stores its files in a bucket of its own. */
export async function startApiWithBucket() {
  const store = await startObjectStore('files');
  const { bucket: address, accessKey, secretKey } = store;
  const given = { FILE_S3_URL: address, FILE_S3_ACCESS_KEY: accessKey, FILE_S3_SECRET_KEY: secretKey };
  const test = await startTestApi({ FILE_STORE: 's3', ...given }, createLogger({ name: 'test', level: 'silent' }));
  return {
    store,
    bucket: new S3Bucket({ address, accessKey, secretKey, region: 'us-east-1', answerMs: 30_000 }),
    test,
    clinic: await Clinic.open(test),
    transactions: new Transactions(test.source, test.clock),
    sql: async <Row extends Record<string, unknown>>(text: string, ...values: unknown[]) =>
      (await test.database.admin.query<Row>(text, values)).rows,
    async close() {
      await test.close();
      await store.close();
    },
  };
}

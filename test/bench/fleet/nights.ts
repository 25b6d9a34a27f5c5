import { performance } from 'node:perf_hooks';
import { forgetProcessRecordsJob, forgetRecordsJob } from '../../../server/src/api/administration/index.ts';
import { packCallQualityJob } from '../../../server/src/api/calls/index.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { requestKey } from '../../support/request-key.ts';

const jobs = {
  'forget-process-records': forgetProcessRecordsJob,
  'forget-records': forgetRecordsJob,
  'pack-call-quality': packCallQualityJob,
};

/** Runs the nightly jobs whose work grows with visits for all hospitals, as the api does; returns the seconds of each. */
export async function runNights(url: string, now: Date): Promise<Map<string, number>> {
  const source = await createDataSource({ url, poolSize: 20, entities, requestKey }).initialize();
  const transactions = new Transactions(source, { now: () => now });
  const seconds = new Map<string, number>();
  for (const [name, job] of Object.entries(jobs)) {
    const begun = performance.now();
    await job(transactions).run({}, 'bench');
    seconds.set(name, (performance.now() - begun) / 1000);
  }
  await source.destroy();
  return seconds;
}

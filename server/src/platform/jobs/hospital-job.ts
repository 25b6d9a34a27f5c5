import { z } from 'zod';
import { systemContext, type HospitalContext } from '../context.ts';
import type { Transactions } from '../db/transaction.ts';
import type { JobDefinition } from './jobs.ts';

interface HospitalJob {
  name: string;
  /** Standard five-field cron, in UTC. */
  cron: string;
  transactions: Transactions;
  /** Only in hospitals where the database has work of this job. */
  onlyWithWork?: true;
  work: (context: HospitalContext) => Promise<unknown>;
}

/** Recurring work in every hospital, in a context of that hospital. One where it fails does not delay the others. */
export function hospitalJob({ name, cron, transactions, onlyWithWork, work }: HospitalJob): JobDefinition {
  return {
    name,
    payload: z.strictObject({}),
    schedule: { cron, timeZone: 'UTC', payload: {} },
    run(_payload, jobId) {
      const workIn = (hospitalId: string) => work(systemContext(hospitalId, `job:${jobId}`));
      return onlyWithWork ? transactions.eachWithWork(name, workIn) : transactions.eachHospital(workIn);
    },
  };
}

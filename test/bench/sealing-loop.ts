import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { systemContext } from '../../server/src/platform/context.ts';
import { Transactions } from '../../server/src/platform/db/transaction.ts';
import { approveReview, startReview } from '../../shared/src/review/review.contract.ts';
import { checklistMatches } from '../../shared/src/review/review-checklist.ts';
import { Clinic } from '../support/clinic.ts';
import { startApiOver } from '../support/test-api.ts';
import { startBenchServer } from './bench-database.ts';
import { atTheEnd } from './endings.ts';

export interface SealingLoopFigures {
  readonly pdfs: number;
  readonly pdfsPerSecond: number;
  /** Event-loop delay of the api process above the normal timer delay, in milliseconds. */
  readonly p99Ms: number;
  /** The same before the round with nothing to seal: the baseline of the machine. */
  readonly idleP99Ms: number;
  readonly longestMs: number;
}

/** The timer resolution, which the histogram includes in every delay. */
const RESOLUTION_MS = 1;
const IDLE_MS = 3_000;

/**
 * Runs a whole api over its own Postgres, and in each round seals all of its already approved prescriptions again at once. Nothing else runs in the
 * process but a check for completion every 50 ms.
 */
export async function measureSealingLoop(rounds: number, prescriptions: number): Promise<SealingLoopFigures[]> {
  const server = await startBenchServer();
  const database = await server.database();
  const { admin } = database;
  const test = await startApiOver({ ...database, drop: () => Promise.resolve() });
  const closeApi = atTheEnd(() => test.close());
  const clinic = await Clinic.open(test);
  const ids: string[] = [];
  for (let n = 0; n < prescriptions; n++) {
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const { rows } = await admin.query<{ id: string }>('SELECT id FROM review WHERE prescription_id = $1', [id]);
    const params = { reviewId: rows[0]?.id ?? '' };
    await clinic.pharmacist.client.ok(startReview, { params });
    await clinic.pharmacist.client.ok(approveReview, { params, body: { checklist: [...checklistMatches] } });
    ids.push(id);
  }
  const sealed = async () => {
    const { rows } = await admin.query<{ n: number }>('SELECT count(*)::int AS n FROM prescription_document');
    return rows[0]?.n === prescriptions * 2;
  };
  const untilSealed = async () => {
    while (!(await sealed())) await wait(50);
  };
  await untilSealed();
  const figures: SealingLoopFigures[] = [];
  for (let round = 0; round < rounds; round++) {
    await admin.query(`DELETE FROM pgboss.job WHERE name = 'seal-prescription'`);
    await admin.query('DELETE FROM prescription_document');
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    await wait(IDLE_MS);
    const idleP99Ms = delay.percentile(99) / 1e6 - RESOLUTION_MS;
    delay.reset();
    const begun = performance.now();
    await new Transactions(test.source, test.clock).run(systemContext(clinic.hospital.id, 'bench'), async (tx) => {
      for (const id of ids)
        await test.api.jobs.enqueue(tx, 'seal-prescription', { hospitalId: tx.hospitalId, prescriptionId: id }, id);
    });
    await untilSealed();
    const seconds = (performance.now() - begun) / 1000;
    delay.disable();
    figures.push({
      pdfs: prescriptions * 2,
      pdfsPerSecond: (prescriptions * 2) / seconds,
      idleP99Ms,
      p99Ms: delay.percentile(99) / 1e6 - RESOLUTION_MS,
      longestMs: delay.max / 1e6 - RESOLUTION_MS,
    });
  }
  await closeApi();
  await server.stop();
  return figures;
}
